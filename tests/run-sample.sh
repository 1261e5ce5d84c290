#!/usr/bin/env bash
# usage: run-sample.sh FOLDER RUNBOOKC PROJECT
#
# Runs the bash sample to its end in every language, by its script and by `runbookc run`, and asks for
# the page that it serves. FOLDER is what `build` wrote for the article: FOLDER/<locale>/<id>.sh.
# Needs root, nginx, openssl and curl. Everything happens in namespaces of its own: nothing of this
# machine is changed.
set -euo pipefail
# Root has these folders on its path after a login; a shell got by other means may not.
export PATH="$PATH:/usr/sbin:/sbin"
name=web.corp.example
id=internal-tls-site
folder=$(cd "$1" && pwd)
program=$2
project=$(cd "$3" && pwd)

fail() {
    printf 'run-sample: %s: %s\n' "$driver" "$*" >&2
    exit 1
}

# Runs a goal with the driver: go NAME EXPECTED ARGUMENT…
go() {
    local shown=$1 expected=$2 code=0
    shift 2
    case "$driver" in
        script) bash "$script" "$@" </dev/null >"$shown.txt" 2>&1 || code=$? ;;
        *)
            (cd "$project" && "$program" run "$id" --quiet --locale "$locale" "$@") \
                </dev/null >"$shown.txt" 2>&1 || code=$?
            ;;
    esac
    if [[ $code != "$expected" ]]; then
        cat "$shown.txt"
        fail "$shown: exit code $code and not $expected"
    fi
}

value() {
    case "$driver" in
        script) printf '%s\n' "$flag" "$1" ;;
        *) printf '%s\n' --set "$parameter=$1" ;;
    esac
}

# The step that was asked for in what was shown.
asked() {
    grep -o '[0-9a-f]\{12\}' "$1.txt" | tail -n 1
}

# How often the journal says that steps of a kind were begun.
begun() {
    grep -c '"event":"begin"' "$1" || :
}

# Kills the run when its journal has begun a number of steps, and goes on with it to its end. A step
# that was begun and not ended is done again only on an answer. It counts that none was done twice
# unasked, and that all were done.
killed_at() {
    local wanted=$1 journal=$PWD/killed-$1.jsonl step whole
    # A site that is there already is put up again: each step can be repeated.
    case "$driver" in
        script) bash "$script" --goal main --yes "${with[@]}" --journal "$journal" </dev/null >kill.txt 2>&1 & ;;
        *)
            (cd "$project" && exec "$program" run "$id" --quiet --locale "$locale" --goal main --yes \
                "${with[@]}" --journal "$journal") </dev/null >kill.txt 2>&1 &
            ;;
    esac
    local run=$!
    while [[ ! -e $journal ]] || (($(begun "$journal") < wanted)); do
        kill -0 "$run" 2>/dev/null || break
    done
    kill -9 "$run" 2>/dev/null || :
    wait "$run" 2>/dev/null || :
    # What a killed run left at work holds the lock.
    while ! flock -n "$RUNBOOK_LOCKS/runbookc-$id.lock" true; do sleep 0.01; done
    [[ $(tail -n 1 "$journal") != *'"event":"finish"'* ]] || fail "it ended before it was killed at $wanted"
    step=$(tail -n 1 "$journal" | sed -n 's/.*"event":"begin","step":"\([0-9a-f]*\)".*/\1/p')
    if [[ -n $step ]]; then
        go resumed "$(changes "$step" && echo 4 || echo 0)" --goal main --yes --resume --journal "$journal"
        if changes "$step"; then
            go again 0 --goal main --yes --resume --journal "$journal" --answer "again-$step=yes"
        fi
    else
        go resumed 0 --goal main --yes --resume --journal "$journal"
    fi
    whole=$(sed -n 's/.*"event":"end","step":"\([0-9a-f]*\)","outcome":"done".*/\1/p' "$journal" | sort)
    [[ -z $(uniq -d <<<"$whole") ]] || fail "killed at $wanted: a step was done twice"
    [[ $(wc -l <<<"$whole") == "$all" ]] || fail "killed at $wanted: a step was lost"
}

# Whether a step does something that must not be done twice unasked.
changes() {
    [[ " $changing " == *" $1 "* ]]
}

# One language, inside the namespaces: copies of what is written stand over the originals.
inside() {
    local work part page remove verify
    work=$(mktemp -d)
    mount -t tmpfs none "$work"
    for part in /etc/nginx /etc/ssl /var/log/nginx /var/lib/nginx; do
        mkdir -p "$work$part" "$part"
        cp -a "$part/." "$work$part/"
        mount --bind "$work$part" "$part"
    done
    mount -t tmpfs none /run
    ! command -v ip >/dev/null || ip link set lo up
    cd "$work"
    export RUNBOOK_LOCKS=$work
    flag=$(bash "$script" --help | awk '$2 == "VALUE" { print $1 }')
    parameter=$(sed -n 's/^RB_PARAMETERS=(.\([A-Za-z0-9]*\).)$/\1/p' "$script")
    mapfile -t with < <(value "$name")
    journals=$work/main.jsonl

    go dry 0 --goal main --dry-run
    [[ ! -e /etc/ssl/intranet-ca && ! -e $journals ]] || fail 'the dry run did something'
    mapfile -t wrong < <(value 'a b')
    go wrong 2 --goal main --yes "${wrong[@]}" --journal "$journals"
    [[ ! -e $journals ]] || fail 'a wrong value began a run'
    go none 4 --goal main --yes --journal "$journals"
    go run 0 --goal main --yes --resume "${with[@]}" --journal "$journals"
    page=$(curl --silent --show-error --fail --cacert /etc/ssl/intranet-ca/ca.crt \
        --resolve "$name:8443:127.0.0.1" "https://$name:8443/")
    [[ $page == 'The intranet is up.' ]] || fail "the page says $page"
    go again 0 --goal main --yes "${with[@]}" --journal "$journals"

    # A step that is declined, and one that fails: the certificate is none.
    verify=$(sed -n 's/.*"event":"begin","step":"\([0-9a-f]*\)".*/\1/p' "$journals" | sed -n 2p)
    go declined 0 --goal main --only "$verify" --answer "$verify=skip" --journal "$work/declined.jsonl"
    grep -q '"outcome":"skipped"' "$work/declined.jsonl" || fail 'a declined step is not in the journal'
    cp /etc/ssl/intranet-ca/ca.crt keep.crt
    : >/etc/ssl/intranet-ca/ca.crt
    verify=$(grep -o '^step_[0-9a-f]*\|^openssl verify' "$script" | grep -B 1 '^openssl verify' | sed -n 's/step_//p')
    go failed 1 --goal main --yes --only "$verify" --journal "$work/failed.jsonl"
    cp keep.crt /etc/ssl/intranet-ca/ca.crt

    # Killed, and each time gone on with: ten points in all, two in each language.
    all=$(sed -n 's/.*"event":"start".*//; s/.*"outcome":"done".*/x/p' "$journals" | wc -l)
    all=$((all / 2))
    changing=$(awk '/^rb_facts_/ { id = substr($1, 10); sub(/\(\)/, "", id) }
        /RB_RISK=/ && !/RB_RISK=.(none|read)/ { printf "%s ", id }' "$script")
    killed_at "$((turn * 2 % 10 + 1))"
    killed_at "$((turn * 2 % 10 + 2))"

    # What removes something needs a word of its own, and then the site is gone.
    go remove 4 --goal remove --yes --journal "$work/remove.jsonl"
    remove=$(sed -n 's/.*: \([0-9a-f]\{12\}\)$/\1/p' remove.txt | head -n 1)
    [[ -n $remove ]] || remove=$(asked remove)
    go gone 0 --goal remove --yes --resume --answer "$remove=yes" --journal "$work/remove.jsonl"
    [[ ! -e /etc/nginx/sites-enabled/intranet.conf ]] || fail 'the site is still linked'
    nginx -s quit
}

if [[ ${4-} == --inside ]]; then
    script=$5 driver=$6 turn=$7
    locale=${script%/*}
    locale=${locale##*/}
    inside
    exit 0
fi
scripts=("$folder"/*/*.sh)
[[ -f ${scripts[0]} ]] || { printf 'run-sample: no runbooks in %s\n' "$folder" >&2; exit 1; }
# Without `ip` the loopback of a network of its own stays down: then the machine's is used.
network=()
! command -v ip >/dev/null || network=(--net)
turn=0
for script in "${scripts[@]}"; do
    for driver in script runbookc; do
        unshare --mount "${network[@]}" --pid --fork --kill-child --mount-proc \
            bash "${BASH_SOURCE[0]}" "$folder" "$program" "$project" --inside "$script" "$driver" "$turn"
        printf 'ran to its end: %s by %s\n' "${script#"$folder"/}" "$driver"
    done
    turn=$((turn + 1))
done
