package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.Version;

/**
 * The JupyterHub in each notebook image is of the hub's own major version: what JupyterHub itself calls compatible
 * (jupyterhub/_version.py, which warns of any other that it "could cause failure to authenticate and result in redirect
 * loops").
 */
final class JupyterHubsFit implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        Version hub = facility.hub().jupyterhub();
        for (var collaboration : facility.catalogue().collaborations()) {
            for (var flavour : collaboration.offered()) {
                Version server = flavour.jupyterhub();
                if (server.major() != hub.major()) {
                    problems.add(
                            Paths.of(collaboration, flavour) + ".jupyterhub",
                            "does not fit the hub's",
                            server.toString(),
                            hub.major() + ".x, as hub.jupyterhub is " + hub,
                            "take an image with JupyterHub " + hub.major() + ", or switch the flavour off");
                }
            }
        }
    }
}
