{{/* The labels of one part; a Deployment selects by them, so they never change. Call with (list $ "api"). */}}
{{- define "dask-gateway.labels" -}}
app.kubernetes.io/name: dask-gateway
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
gateway.dask.org/instance: {{ (index . 0).Release.Name }}
{{- end }}

{{- define "dask-gateway.image" -}}
{{- if hasPrefix "sha256:" .tag }}{{ .name }}@{{ .tag }}{{ else }}{{ .name }}:{{ .tag }}{{ end }}
{{- end }}

{{/* What restricted-v2 asks for, without any id: OKD fills those in from the namespace's range. */}}
{{- define "dask-gateway.podSecurityContext" -}}
runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "dask-gateway.containerSecurityContext" -}}
allowPrivilegeEscalation: false
capabilities:
  drop: [ALL]
{{- end }}
