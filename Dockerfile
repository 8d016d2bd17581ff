# The bot in a container: `docker compose up -d`; docs/operating.md says how.
FROM python:3.13-slim AS packages
COPY requirements.lock /tmp/
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes --requirement /tmp/requirements.lock

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home giaoban \
 && install --directory --owner giaoban --mode 700 /data
COPY --from=packages /venv /venv
WORKDIR /app
COPY main.py pyproject.toml ./
COPY bot bot
COPY handlers handlers
COPY storage storage
COPY summarizer summarizer
RUN /venv/bin/python -m compileall -q .
USER giaoban
ENV DATABASE=/data/giaoban.db HEALTH_PORT=9180 PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp
VOLUME /data
HEALTHCHECK --interval=30s --timeout=15s --start-period=30s \
    CMD ["/venv/bin/python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:9180/healthz', timeout=12)"]
ENTRYPOINT ["/venv/bin/python", "main.py"]
CMD ["run"]
