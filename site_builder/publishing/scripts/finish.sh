# Makes the uploaded release with digest $3 in the folder $1 the current one, unless another than $2 is current now,
# and keeps the last $4, each with files of its own. `keep` has linked what pages opened before may ask for.
main() {
    umask 022
    cd "$1/releases"
    exec 9>.lock
    flock -w 60 9
    now=$(readlink ../current || true)
    if [ "$now" != "$2" ]; then
        echo overtaken
        return
    fi
    if [ -n "$now" ]; then (cd "../$now" && keep "$OLDPWD/.upload-$3") || true; fi
    new=$(date -u +%Y%m%dT%H%M%S.%3NZ)-$3
    ln -sfn "releases/$new" ../.current.new
    mv -T ".upload-$3" "$new"
    before=
    case $now in releases/*)
        before=${now#releases/}
        ln -sfn "$before" ".before-$new" ;;
    esac
    mv -T ../.current.new ../current
    count=0
    for found in $(LC_ALL=C ls -rd ????????T??????.???Z-????????????); do
        count=$((count + 1))
        if [ "$found" = "$new" ] || [ "$found" = "$before" ]; then continue; fi
        if [ $count -gt "$4" ] || [ "${found#*-}" = "$3" ]; then
            mv -T "$found" ".gone-$found"
            rm -f ".before-$found"
        fi
    done
    exec 9>&-
    rm -rf .gone-* .upload-*
}
