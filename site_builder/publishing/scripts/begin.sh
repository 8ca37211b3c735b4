# Makes room in the folder $1 for the release with digest $2; an upload of the same that never became current goes on.
main() {
    umask 022
    mkdir -p "$1/releases"
    cd "$1/releases"
    exec 9>.lock
    flock -w 60 9
    now=$(readlink ../current || true)
    for found in ????????T??????.???Z-"$2"; do
        if [ -d "$found" ] && [ "releases/$found" != "$now" ] && [ ! -e ".upload-$2" ]; then
            mv -T "$found" ".upload-$2"
            rm -f ".before-$found"
        fi
    done
}
