{{/* The labels of one part; a Deployment selects by them, so they never change. Call with (list $ "hub"). */}}
{{- define "jupyterhub.labels" -}}
{{- $top := index . 0 -}}
app.kubernetes.io/name: jupyterhub
app.kubernetes.io/instance: {{ $top.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* An image by tag, or by digest where the tag is one. */}}
{{- define "jupyterhub.image" -}}
{{- if hasPrefix "sha256:" .tag }}{{ .name }}@{{ .tag }}{{ else }}{{ .name }}:{{ .tag }}{{ end }}
{{- end }}

{{/* What restricted-v2 asks for, without any id: OKD fills those in from the namespace's range. */}}
{{- define "jupyterhub.podSecurityContext" -}}
runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "jupyterhub.containerSecurityContext" -}}
allowPrivilegeEscalation: false
capabilities:
  drop: [ALL]
{{- end }}

{{/* Pods on the router's side: namespace openshift-ingress carries this label. */}}
{{- define "jupyterhub.fromRouter" -}}
- namespaceSelector:
    matchLabels:
      policy-group.network.openshift.io/ingress: ""
- namespaceSelector:
    matchLabels:
      policy-group.network.openshift.io/host-network: ""
{{- end }}
