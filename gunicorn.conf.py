"""How the web process is served; the address to listen on is given by whoever starts it."""

# One process and several threads: SQLite takes one writer, and the caches of the keys are shared.
workers = 1
threads = 16
worker_class = "gthread"
worker_tmp_dir = "/dev/shm"  # noqa: S108 - a heartbeat file, kept off the disk
timeout = 60
graceful_timeout = 10
keepalive = 5
control_socket_disable = True

# No access log: paths hold codes and tokens.
accesslog = None
errorlog = "-"
loglevel = "warning"
