FROM python:3.13-slim AS build
WORKDIR /source
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /tools && /tools/bin/pip install --no-cache-dir --require-hashes -r requirements-build.lock
RUN python -m venv --without-pip /playground && \
    pip --python /playground/bin/python install --no-cache-dir --require-hashes -r requirements.lock && \
    rm -r /playground/lib/python3.*/site-packages/tensorflow/include
COPY . .
RUN /tools/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /wheel . && \
    pip --python /playground/bin/python install --no-cache-dir --no-deps /wheel/*.whl

FROM python:3.13-slim
COPY --from=build /playground /playground
RUN useradd --system --uid 10001 --no-create-home playground && install --directory --owner=playground /data
USER playground
ENV PATH=/playground/bin:$PATH PLAYGROUND_HOST=0.0.0.0 PLAYGROUND_DATA_DIR=/data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD python -c \
    "from urllib.request import urlopen; urlopen('http://127.0.0.1:${PLAYGROUND_PORT:-8000}/api/health')"
ENTRYPOINT ["tensor-playground"]
