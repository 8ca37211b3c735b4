# Makes the release that the current one of folder $1 took the place of the current one again; prints both.
main() {
    cd "$1/releases"
    exec 9>.lock
    flock -w 60 9
    now=$(readlink ../current)
    before=$(readlink ".before-${now#releases/}" || true)
    [ -n "$before" ] && [ -d "$before" ] || return 0
    ln -sfn "releases/$before" ../.current.new
    mv -T ../.current.new ../current
    echo "${now#releases/} $before"
}
