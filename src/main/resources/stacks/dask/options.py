from dask_gateway_server.options import Integer, Options, Select


def _overrides(choices):
    memory = f"{choices.worker_memory} G"  # Dask Gateway's G is a power of 1024
    return {
        "worker_cores": choices.worker_cores,
        "worker_cores_limit": choices.worker_cores,
        "worker_threads": choices.worker_cores,
        "worker_memory": memory,
        "worker_memory_limit": memory,
        "image": choices.image,
    }


c.Backend.cluster_options = Options(
    Integer("worker_cores", LIMITS["cores"][2], min=LIMITS["cores"][0], max=LIMITS["cores"][1], label="Cores of a worker"),
    Integer("worker_memory", LIMITS["memory"][2], min=LIMITS["memory"][0], max=LIMITS["memory"][1], label="GiB of a worker"),
    Select("image", IMAGES, label="Image"),
    handler=_overrides,
)
