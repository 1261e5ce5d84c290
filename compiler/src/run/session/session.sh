# What a bash session of `runbookc run` runs: it reads words from its input, each ended by NUL, and
# answers on its standard error. Steps see neither: their input is the terminal or nothing, and what
# they print goes to standard output.
if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 404)); then
    exit 3
fi
# The lock stays with this shell and is kept from what it starts.
__rb_lock=$2
if [[ $__rb_lock != 7 ]] && { : <&"$__rb_lock"; } 2>/dev/null; then
    exec 7<&"$__rb_lock" {__rb_lock}<&-
fi
exec 8<&0 9>&2 </dev/null 2>&1
__rb_input=$1 __rb_code=0 __rb_ifs=$' \t\n' __rb_pipefail=0
shift 2
set -u

# Calls the function of a step in this shell, so that a folder or variable that it sets stays.
# The first line that fails ends it. Options and separators that it sets are those of the steps.
__rb_call() {
    __rb_code=0
    trap '__rb_code=$?; if ((BASH_SUBSHELL == 0)) && [[ ${FUNCNAME[0]-} == step_* ]]; then set +e; return "$__rb_code"; fi' ERR
    set +u -E
    ((!__rb_pipefail)) || set -o pipefail
    IFS=$__rb_ifs
    "$1" 7<&- 8<&- 9>&- <"$__rb_input"
    __rb_code=$?
    trap - ERR
    __rb_ifs=${IFS-$' \t\n'} __rb_pipefail=0
    if [[ -o pipefail ]]; then __rb_pipefail=1; fi
    IFS=$' \t\n'
    set -u +eEfvxC +o pipefail
}

while IFS= read -r -d '' -u 8 __rb_verb && IFS= read -r -d '' -u 8 __rb_name && IFS= read -r -d '' -u 8 __rb_value; do
    case $__rb_verb in
        set) printf -v "$__rb_name" '%s' "$__rb_value"; __rb_code=$? ;;
        # The value is the definition of one function, whose code was checked to be whole.
        define) eval "$__rb_value"; __rb_code=$? ;;
        known) type -- "$__rb_name" >/dev/null 2>&1; __rb_code=$? ;;
        call) __rb_call "$__rb_name" ;;
        *) __rb_code=0 ;;
    esac
    printf '%s %s\0' "$__rb_code" "$PWD" >&9
done
