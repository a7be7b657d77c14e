{{- define "labels" -}}
app.kubernetes.io/name: cvmfs-csi
app.kubernetes.io/component: {{ . }}
{{- end -}}

{{- /* The driver's socket in the folder where kubelet looks for it. */ -}}
{{- define "socketFolder" -}}
{{ .Values.kubeletDirectory }}/plugins/{{ .Values.csiDriverName }}
{{- end -}}

{{- /* Image and amounts of one container. */ -}}
{{- define "container" -}}
image: {{ .image.repository }}:{{ .image.tag }}
imagePullPolicy: {{ .image.pullPolicy }}
resources: {{ toJson .resources }}
{{- end -}}

{{- /* Mounting for pods that may not mount is what this driver is for. */ -}}
{{- define "mounts" -}}
privileged: true
allowPrivilegeEscalation: true
{{- end -}}

{{- define "unprivileged" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "configMounts" -}}
- {name: default-local, mountPath: /etc/cvmfs/default.local, subPath: default.local, readOnly: true}
- {name: config-d, mountPath: /etc/cvmfs/config.d, readOnly: true}
{{- end -}}
