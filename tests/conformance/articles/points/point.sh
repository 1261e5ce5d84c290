# What a step of the article does: it kills the run before or after it where that is asked for.
kill_at=$(<kill-at)
if [[ $kill_at == "$1-before" ]]; then
    kill -9 "$(<pid)"
    exit 0
fi
echo "$1" >>log
if [[ $kill_at == "$1-after" ]]; then
    kill -9 "$(<pid)"
fi
if [[ $kill_at == "$1-term" ]]; then
    kill -TERM "$(<pid)"
fi
if [[ $kill_at == "$1-hang" ]]; then
    kill -TERM "$(<pid)"
    sleep 600
    echo woken >>log
fi
