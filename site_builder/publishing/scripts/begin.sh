# Makes room in the folder $1 for the release with digest $2, which goes on from one that has the same files but isn't
# current: it never became so, or a rollback has left it. `finish` takes that away; until then it tells what it promised.
main() {
    umask 022
    mkdir -p "$1/releases"
    cd "$1/releases"
    exec 9>.lock
    flock -w 60 9
    now=$(readlink ../current || true)
    for found in ????????T??????.???Z-"$2"; do
        if [ -d "$found" ] && [ "releases/$found" != "$now" ] && [ ! -e ".upload-$2" ]; then
            cp -alT "$found" ".upload-$2"
        fi
    done
}
