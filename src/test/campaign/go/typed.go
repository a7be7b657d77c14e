package main

import (
	admissionv1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/admissionregistration/v1"
	"github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/apiextensions"
	apiextensionsv1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/apiextensions/v1"
	appsv1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/apps/v1"
	batchv1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/batch/v1"
	corev1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/core/v1"
	networkingv1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/networking/v1"
	nodev1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/node/v1"
	rbacv1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/rbac/v1"
	storagev1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/storage/v1"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

var kinds = map[string]func() pulumi.CustomResource{
	"admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy":        of[admissionv1.ValidatingAdmissionPolicy],
	"admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding": of[admissionv1.ValidatingAdmissionPolicyBinding],
	"apiextensions.k8s.io/v1:CustomResourceDefinition":                 of[apiextensionsv1.CustomResourceDefinition],
	"apps/v1:DaemonSet":                               of[appsv1.DaemonSet],
	"apps/v1:Deployment":                              of[appsv1.Deployment],
	"apps/v1:StatefulSet":                             of[appsv1.StatefulSet],
	"batch/v1:CronJob":                                of[batchv1.CronJob],
	"core/v1:ConfigMap":                               of[corev1.ConfigMap],
	"core/v1:LimitRange":                              of[corev1.LimitRange],
	"core/v1:Namespace":                               of[corev1.Namespace],
	"core/v1:NodePatch":                               of[corev1.NodePatch],
	"core/v1:PersistentVolume":                        of[corev1.PersistentVolume],
	"core/v1:PersistentVolumeClaim":                   of[corev1.PersistentVolumeClaim],
	"core/v1:ResourceQuota":                           of[corev1.ResourceQuota],
	"core/v1:Secret":                                  of[corev1.Secret],
	"core/v1:Service":                                 of[corev1.Service],
	"core/v1:ServiceAccount":                          of[corev1.ServiceAccount],
	"networking.k8s.io/v1:NetworkPolicy":              of[networkingv1.NetworkPolicy],
	"node.k8s.io/v1:RuntimeClass":                     of[nodev1.RuntimeClass],
	"rbac.authorization.k8s.io/v1:ClusterRole":        of[rbacv1.ClusterRole],
	"rbac.authorization.k8s.io/v1:ClusterRoleBinding": of[rbacv1.ClusterRoleBinding],
	"rbac.authorization.k8s.io/v1:Role":               of[rbacv1.Role],
	"rbac.authorization.k8s.io/v1:RoleBinding":        of[rbacv1.RoleBinding],
	"storage.k8s.io/v1:StorageClass":                  of[storagev1.StorageClass],
}

// The SDK's type for a token, or the generic one of what it has no type for.
func typed(token string) pulumi.CustomResource {
	if kind, known := kinds[token[len("kubernetes:"):]]; known {
		return kind()
	}
	return &apiextensions.CustomResource{}
}

func of[T any, P interface {
	*T
	pulumi.CustomResource
}]() pulumi.CustomResource {
	return P(new(T))
}
