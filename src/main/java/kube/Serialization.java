package kube;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** How fabric8's types are read and written, once a process: what is known of a type is not found out again by each client. */
public final class Serialization {
    public static final KubernetesSerialization SHARED = new KubernetesSerialization();

    private Serialization() {}
}
