package facility;

import java.util.List;

/**
 * What the cluster gives to pods beyond restricted-v2, made by its administrators: who needs more is refused before
 * anything is started.
 *
 * @param devices what CRI-O hands to a pod that names it: {@code /dev/fuse}
 * @param securityContextConstraints the SCCs that a pod of the hub's namespace may be bound to
 * @param seccompProfiles files below the kubelets' seccomp folder: {@code profiles/cvmfsexec.json}
 */
public record Offers(List<String> devices, List<String> securityContextConstraints, List<String> seccompProfiles) {
    public static final Offers NOTHING = new Offers(List.of(), List.of(), List.of());

    public Offers {
        devices = List.copyOf(devices);
        securityContextConstraints = List.copyOf(securityContextConstraints);
        seccompProfiles = List.copyOf(seccompProfiles);
    }
}
