module facility/toolchain/crds

go 1.25.0

// Nothing is compiled from these: the twin reads the CustomResourceDefinitions that lie in their folders.
require (
	github.com/NVIDIA/gpu-operator v1.11.1
	github.com/kubernetes-csi/external-snapshotter/client/v8 v8.7.0
	github.com/openshift/api v0.0.0-20251020135558-286504b695bc
	github.com/prometheus-operator/prometheus-operator v0.93.1
	github.com/rook/rook v1.17.9
	github.com/traefik/traefik/v3 v3.5.4
)
