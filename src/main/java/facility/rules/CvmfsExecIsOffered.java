package facility.rules;

import facility.Collaboration;
import facility.Facility;
import facility.Flavour;
import facility.Nearest;
import facility.Offers;
import facility.Problems;
import facility.storage.CvmfsExec;
import java.util.List;

/** A flavour with CVMFSexec names only what the cluster offers, and has something to mount and room for it. */
final class CvmfsExecIsOffered implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        for (Collaboration collaboration : facility.catalogue().collaborations()) {
            for (Flavour flavour : collaboration.offered()) {
                String path = Paths.of(collaboration, flavour) + ".cvmfsExec";
                flavour.cvmfsExec().ifPresent(exec -> {
                    offered(facility.cluster().offers(), exec, path, problems);
                    mounted(exec, path, problems);
                });
            }
        }
    }

    private static void offered(Offers offers, CvmfsExec exec, String path, Problems problems) {
        one(path + ".device", exec.device(), "devices", offers.devices(), problems);
        one(
                path + ".securityContextConstraints",
                exec.securityContextConstraints(),
                "securityContextConstraints",
                offers.securityContextConstraints(),
                problems);
        one(path + ".seccompProfile", exec.seccompProfile(), "seccompProfiles", offers.seccompProfiles(), problems);
    }

    private static void one(String path, String asked, String key, List<String> offered, Problems problems) {
        if (!offered.contains(asked)) {
            String hint = Nearest.hint(asked, offered);
            problems.add(
                    path,
                    "is nothing that the cluster offers",
                    "\"" + asked + "\"",
                    "cluster.offers." + key + (offered.isEmpty() ? " is empty" : " has " + String.join(", ", offered)),
                    hint.isEmpty()
                            ? "have the administrators provide it and add it there, or use storage.cvmfs"
                            : hint);
        }
    }

    private static void mounted(CvmfsExec exec, String path, Problems problems) {
        if (exec.repositories().isEmpty()) {
            problems.add(path + ".repositories", "is empty", "[]", "at least one repository", "add one");
        }
        for (int i = 0; i < exec.repositories().size(); i++) {
            String name = exec.repositories().get(i);
            if (!DnsName.isHost(name)) {
                problems.add(
                        path + ".repositories[" + i + "]",
                        "is no fully qualified name",
                        "\"" + name + "\"",
                        "one such as cms.cern.ch",
                        "correct the name");
            }
        }
        if (exec.cache().compareTo(CvmfsExec.LEAST) < 0) {
            problems.add(
                    path + ".cache",
                    "is too little for a cache",
                    exec.cache().toString(),
                    "at least " + CvmfsExec.LEAST,
                    "raise it");
        }
    }
}
