{{/* The labels that a Deployment selects by, so they never change. */}}
{{- define "binderhub.labels" -}}
app.kubernetes.io/name: binderhub
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: binder
{{- end }}

{{/* An image by tag, or by digest where the tag is one. */}}
{{- define "binderhub.image" -}}
{{- if hasPrefix "sha256:" .tag }}{{ .name }}@{{ .tag }}{{ else }}{{ .name }}:{{ .tag }}{{ end }}
{{- end }}

{{- define "binderhub.subject" -}}
- kind: ServiceAccount
  name: binderhub
  namespace: {{ .Release.Namespace }}
{{- end }}
