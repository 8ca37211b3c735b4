# What is published in the folder $1: lines of a word and its value, then files with the number of their bytes.
main() {
    for program in rsync flock; do
        command -v $program >/dev/null || echo "lacks $program"
    done
    [ -d "$1" ] || return 0
    cd "$1"
    for entry in * .[!.]*; do
        [ -e "$entry" ] || [ -L "$entry" ] || continue
        case $entry in releases | current | .current.new) ;; *) echo "other $entry"; break ;; esac
    done
    if [ -e current ] && [ ! -L current ]; then echo "folder current"; fi
    next=$(readlink .current.new || true)
    for found in releases/????????T??????.???Z-????????????; do
        # One that was interrupted before it became current for the first time has never been seen.
        if [ -d "$found" ] && { [ -L current ] || [ "$found" != "$next" ]; }; then echo "release $found"; break; fi
    done
    [ -L current ] || return 0
    now=$(readlink current)
    echo "current $now"
    for name in .published-files.json published.json; do
        [ -f "$now/$name" ] || continue
        echo "file $name $(wc -c <"$now/$name")"
        cat "$now/$name"
    done
}
