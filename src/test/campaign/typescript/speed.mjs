// Declares the objects of a file as an inline Automation program of Pulumi's TypeScript SDK, and previews or brings them
// up. As JavaScript: a compiler would add its own seconds to each run.
//
//   usage: speed.mjs preview|up FILE KUBECONFIG
//
// FILE is the list that cli.DesiredManifests writes. Environment: PULUMI_BACKEND_URL, PULUMI_CONFIG_PASSPHRASE.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The packages lie beside the copy of this file that the campaign makes; both are CommonJS.
const require = createRequire(import.meta.url);
const k8s = require("@pulumi/kubernetes");
const { LocalWorkspace } = require("@pulumi/pulumi/automation");

const [command, file, kubeconfig] = process.argv.slice(2);
const objects = JSON.parse(readFileSync(file, "utf8"));

/** The SDK's class for a token such as kubernetes:rbac.authorization.k8s.io/v1:Role, if it has one. */
function classOf(token) {
    const [, version, kind] = token.split(":");
    const [group, name] = version.split("/");
    return k8s[group.split(".")[0]]?.[name]?.[kind];
}

/** Groups whose first word the SDK does not use, or that are no group of Kubernetes' own, have the generic class. */
function constructorOf(token) {
    const generic = token.endsWith("Patch") ? k8s.apiextensions.CustomResourcePatch : k8s.apiextensions.CustomResource;
    const group = token.split(":")[1].split("/")[0];
    return group.includes(".") && !group.endsWith(".k8s.io") ? generic : classOf(token) ?? generic;
}

async function declare() {
    const provider = new k8s.Provider("cluster", {
        kubeconfig,
        clusterIdentifier: "speed",
        enableServerSideApply: true,
        enableSecretMutable: true,
        enableConfigMapMutable: true,
    });
    const made = new Map();
    for (const each of objects) {
        const dependsOn = each.after.map((name) => made.get(name));
        const options = { provider, dependsOn, protect: each.protected };
        const declared = constructorOf(each.type);
        made.set(`${each.type}::${each.name}`, new declared(each.name, each.object, options));
    }
}

const stack = await LocalWorkspace.createOrSelectStack({
    stackName: "speed",
    projectName: "speed-typescript",
    program: declare,
});
const result = command === "up" ? await stack.up({ suppressOutputs: true, suppressProgress: true }) : await stack.preview({ suppressOutputs: true, suppressProgress: true });
console.log(JSON.stringify(result.changeSummary ?? result.summary.resourceChanges));
