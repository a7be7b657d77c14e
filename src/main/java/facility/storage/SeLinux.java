package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.Keyed;

/**
 * What becomes of the SELinux labels of a user's files when a server starts.
 *
 * @param handler who gives the nodes the runtime handler {@code selinux}; of no weight for {@code every-start}
 */
public record SeLinux(Relabel relabel, Handler handler) {
    /** The RuntimeClass, and the handler in CRI-O's configuration that it names. */
    public static final String RUNTIME_CLASS = "selinux";

    public SeLinux {
        requireNonNull(relabel, "relabel is null");
        requireNonNull(handler, "handler is null");
    }

    /** When the kubelet goes through all files. */
    public enum Relabel implements Keyed {
        /** At every start: minutes for a home with a million files. */
        EVERY_START("every-start"),
        /** Only when the label of the home's top folder is another one than the pod's. */
        SKIP_IF_LABELLED("skip-if-labelled");

        private final String key;

        Relabel(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** Who configures CRI-O. */
    public enum Handler implements Keyed {
        /** A MachineConfig of the facility: the machine config operator restarts every node once. */
        FACILITY("facility"),
        /** The cluster has the handler already. */
        CLUSTER_ADMINS("cluster-admins");

        private final String key;

        Handler(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** Whether pods have to ask for it. */
    public boolean skips() {
        return relabel == Relabel.SKIP_IF_LABELLED;
    }
}
