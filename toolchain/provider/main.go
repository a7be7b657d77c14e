// The Kubernetes provider of the engine, built from the published module. Upstream's own main package embeds
// two files that its generator makes and its module zip lacks; this one embeds the sources of those files,
// which the toolchain build copies beside it (they are upstream's and never committed).
package main

import (
	_ "embed"

	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/provider"
)

// version is set by the linker: the release whose behaviour the pinned commit has.
var version string

//go:embed schema.json
var schema []byte

//go:embed terraform-mapping.json
var terraformMapping []byte

func main() {
	provider.Serve("kubernetes", version, schema, terraformMapping)
}
