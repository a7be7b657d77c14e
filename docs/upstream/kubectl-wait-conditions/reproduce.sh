#!/bin/sh
# Shows the status that a CustomResourceDefinition is created with, and waits for a condition of an object with such a status.
# Needs kubectl on PATH, and a cluster in KUBECONFIG, on which it makes one definition and removes it.
# usage: ./reproduce.sh
set -eu
definition=things.wait.example.org
trap 'kubectl delete customresourcedefinition $definition --ignore-not-found > /dev/null' EXIT
kubectl version

echo "The status of a definition, as the API server answers to its creation:"
kubectl create -o 'jsonpath={.status}{"\n"}' -f - <<YAML
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: $definition}
spec:
  group: wait.example.org
  scope: Cluster
  names: {kind: Thing, plural: things, singular: thing}
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          status:
            type: object
            properties:
              conditions: {type: array, nullable: true, items: {type: object, x-kubernetes-preserve-unknown-fields: true}}
YAML
until kubectl get $definition > /dev/null 2>&1; do :; done

kubectl create -f - > /dev/null <<YAML
apiVersion: wait.example.org/v1
kind: Thing
metadata: {name: one}
status: {conditions: null}
YAML
echo "kubectl wait, with 20 s to wait:"
start=$(date +%s)
kubectl wait --for=condition=Ready $definition/one --timeout=20s 2>&1 || true
echo "ended after $(($(date +%s) - start)) s"
