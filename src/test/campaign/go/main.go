// Declares the objects of a file as an inline Automation program of Pulumi's Go SDK, and previews or brings them up.
//
//	usage: speed preview|up FILE KUBECONFIG
//
// FILE is the list that cli.DesiredManifests writes. Environment: PULUMI_BACKEND_URL, PULUMI_CONFIG_PASSPHRASE.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes"
	"github.com/pulumi/pulumi/sdk/v3/go/auto"
	"github.com/pulumi/pulumi/sdk/v3/go/auto/optpreview"
	"github.com/pulumi/pulumi/sdk/v3/go/auto/optup"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

type desired struct {
	Type      string         `json:"type"`
	Name      string         `json:"name"`
	Protected bool           `json:"protected"`
	After     []string       `json:"after"`
	Object    map[string]any `json:"object"`
}

func main() {
	if len(os.Args) != 4 {
		must(fmt.Errorf("usage: speed preview|up FILE KUBECONFIG"))
	}
	text, err := os.ReadFile(os.Args[2])
	must(err)
	var objects []desired
	must(json.Unmarshal(text, &objects))
	ctx := context.Background()
	stack, err := auto.UpsertStackInlineSource(ctx, "speed", "speed-go", func(run *pulumi.Context) error {
		return declare(run, objects, os.Args[3])
	})
	must(err)
	if os.Args[1] == "up" {
		result, err := stack.Up(ctx, optup.SuppressOutputs(), optup.SuppressProgress())
		must(err)
		fmt.Println(result.Summary.ResourceChanges)
		return
	}
	result, err := stack.Preview(ctx, optpreview.SuppressOutputs(), optpreview.SuppressProgress())
	must(err)
	fmt.Println(result.ChangeSummary)
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func declare(run *pulumi.Context, objects []desired, kubeconfig string) error {
	provider, err := kubernetes.NewProvider(run, "cluster", &kubernetes.ProviderArgs{
		Kubeconfig:             pulumi.String(kubeconfig),
		ClusterIdentifier:      pulumi.String("speed"),
		EnableServerSideApply:  pulumi.Bool(true),
		EnableSecretMutable:    pulumi.Bool(true),
		EnableConfigMapMutable: pulumi.Bool(true),
	})
	if err != nil {
		return err
	}
	made := map[string]pulumi.Resource{}
	for _, each := range objects {
		var before []pulumi.Resource
		for _, name := range each.After {
			before = append(before, made[name])
		}
		resource := typed(each.Type)
		err := run.RegisterResource(each.Type, each.Name, inputs(each), resource,
			pulumi.Provider(provider), pulumi.DependsOn(before), pulumi.Protect(each.Protected))
		if err != nil {
			return err
		}
		made[each.Type+"::"+each.Name] = resource
	}
	return nil
}

// As the SDK's own package yaml registers what it reads: untyped arguments, a typed resource.
func inputs(each desired) kubernetes.UntypedArgs {
	object := kubernetes.UntypedArgs(each.Object)
	if each.Type == "kubernetes:core/v1:Secret" {
		object["data"] = pulumi.ToSecret(object["data"])
	}
	return object
}
