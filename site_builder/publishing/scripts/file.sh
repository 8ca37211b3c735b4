# Tells the file $2 as $1, if there is one: a line with the number of its bytes, then these.
file() {
    [ -f "$2" ] || return 0
    echo "file $1 $(wc -c <"$2")"
    cat "$2"
}
