// The registry of the tests: CNCF distribution with the storage and sign-in that they use. Upstream's own main takes along
// the storage of three clouds: 54 MB instead of 25, and minutes of a first build.
package main

import (
	"os"

	"github.com/distribution/distribution/v3/registry"
	_ "github.com/distribution/distribution/v3/registry/auth/htpasswd"
	_ "github.com/distribution/distribution/v3/registry/storage/driver/filesystem"
)

func main() {
	if registry.RootCmd.Execute() != nil {
		os.Exit(1)
	}
}
