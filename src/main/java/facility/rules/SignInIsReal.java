package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.SignIn;

/** The sign-in with one password for all names is for a twin: no real cluster gets it, and {@code check} refuses it. */
final class SignInIsReal implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        if (facility.hub().signIn().use() == SignIn.Method.TEST) {
            problems.add(
                    "hub.signIn.use",
                    "lets in whoever knows one password",
                    "\"test\"",
                    "cilogon, oidc or ldap; test is for the twin alone",
                    "name the method of a real environment");
        }
    }
}
