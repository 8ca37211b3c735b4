# What is published in the folder $1: lines of a word and its value, then files with the number of their bytes; those of
# releases that a rollback has left, which are newer than the current one, with their names.
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
        file "$name" "$now/$name"
    done
    is_newer=
    for found in releases/????????T??????.???Z-????????????; do
        if [ -n "$is_newer" ] && [ "$found" != "$next" ]; then file "$found" "$found/published.json"; fi
        if [ "$found" = "$now" ]; then is_newer=1; fi
    done
}
