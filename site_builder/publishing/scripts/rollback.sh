# Makes the release that the current one of folder $1 took the place of the current one again; prints both as lines of a word
# and its value, and their ledgers as files with the number of their bytes.
main() {
    [ -L "$1/current" ] || return 0
    cd "$1/releases"
    exec 9>.lock
    flock -w 60 9
    now=$(readlink ../current)
    before=$(readlink ".before-${now#releases/}" || true)
    [ -n "$before" ] && [ -d "$before" ] || return 0
    ln -sfn "releases/$before" ../.current.new
    mv -T ../.current.new ../current
    echo "left ${now#releases/}"
    echo "now $before"
    file left "${now#releases/}/published.json"
    file now "$before/published.json"
}
