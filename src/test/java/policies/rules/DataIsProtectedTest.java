package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DataIsProtectedTest {
    private static final String CLAIM =
            "kind: PersistentVolumeClaim\nmetadata: {name: hub-db-dir, namespace: jupyterhub}\n";

    @Test
    void a_protected_claim_and_an_unprotected_service_pass() {
        assertThat(Asked.of(new DataIsProtected()).about(CLAIM)).isEmpty();
        assertThat(Asked.of(new DataIsProtected())
                        .unprotected()
                        .about("kind: Service\nmetadata: {name: hub, namespace: jupyterhub}\n"))
                .isEmpty();
    }

    @Test
    void an_unprotected_claim_is_named() {
        assertThat(Asked.of(new DataIsProtected()).unprotected().about(CLAIM))
                .containsExactly("PersistentVolumeClaim jupyterhub/hub-db-dir: holds data and is not protected, protect"
                        + " false; protect true; keep the object protected; to let one go, agree on a lease in"
                        + " policies/quotas.yaml");
    }

    @Test
    void what_a_run_would_take_away_is_named_whatever_became_of_its_protection() {
        assertThat(Asked.of(new DataIsProtected()).unprotected().aboutTheLossOf(CLAIM))
                .containsExactly("PersistentVolumeClaim jupyterhub/hub-db-dir: holds data, and this would delete or"
                        + " replace it; only under a lease of data-is-protected that names it and has not ended; declare"
                        + " it as it was; to let it go, agree on the lease in policies/quotas.yaml");
        assertThat(Asked.of(new DataIsProtected())
                        .unprotected()
                        .aboutTheLossOf("kind: Service\nmetadata: {name: hub, namespace: jupyterhub}\n"))
                .isEmpty();
    }

    @Test
    void a_namespace_carries_everything_in_it() {
        assertThat(Asked.of(new DataIsProtected())
                        .unprotected()
                        .about("kind: Namespace\nmetadata: {name: jupyterhub}\n"))
                .hasSize(1);
    }
}
