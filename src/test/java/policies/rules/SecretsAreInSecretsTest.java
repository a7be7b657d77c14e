package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsAreInSecretsTest {
    @Test
    void references_and_what_only_sounds_like_a_secret_pass() {
        assertThat(Asked.of(new SecretsAreInSecrets())
                        .about(
                                Asked.deployment(
                                        """
                                        env:
                                          - {name: API_TOKEN, valueFrom: {secretKeyRef: {name: hub-secrets, key: token}}}
                                          - {name: TOKEN_FILE, value: /var/run/token}
                                          - {name: CLIENT_SECRET, value: /etc/client/secret}
                                        """,
                                        ""),
                                configMap("{config.py: 'token = os.environ[\"TOKEN\"]'}")))
                .isEmpty();
    }

    @Test
    void a_password_in_the_environment_is_named_and_not_shown() {
        assertThat(Asked.of(new SecretsAreInSecrets())
                        .about(Asked.deployment("env: [{name: DB_PASSWORD, value: hunter2hunter2}]", "")))
                .containsExactly(
                        "Deployment jupyterhub/hub: holds a secret in the open at container hub env DB_PASSWORD, 14"
                                + " characters, not shown; secrets in Secrets only; set it with pulumi config set --secret, and"
                                + " refer to it by secretKeyRef or a Secret's volume");
    }

    @Test
    void a_key_a_token_and_a_setting_in_a_config_map_are_named() {
        for (String data : new String[] {
            "{tls.key: '-----BEGIN RSA PRIVATE KEY-----'}",
            "{notes: 'use glpat-abcdefghij0123456789 for it'}",
            "{values.yaml: 'hub: {apiToken: d41d8cd98f00b204}'}",
            "{config.py: 'api_key = \"d41d8cd98f00b204\"'}",
            "{url: 'postgres://hub:hunter2@db/hub'}"
        }) {
            assertThat(Asked.of(new SecretsAreInSecrets()).about(configMap(data)))
                    .as(data)
                    .isNotEmpty()
                    .allMatch(
                            finding -> finding.startsWith("ConfigMap jupyterhub/settings: holds a secret in the open"))
                    .noneMatch(finding -> finding.contains("d41d8") || finding.contains("hunter2"));
        }
    }

    @Test
    void a_secret_is_found_wherever_it_stands() {
        String coded = java.util.Base64.getEncoder().encodeToString("api_key = \"d41d8cd98f00b204\"".getBytes());
        for (String object : new String[] {
            Asked.deployment("args: [\"--db-password=hunter2hunter2\"]", ""),
            Asked.deployment("command: [run, --token, hunter2hunter2]", ""),
            Asked.deployment("env: [{name: DB_PASS, value: hunter2hunter2}]", ""),
            Asked.deployment("env: [{name: KEY_PASSPHRASE, value: hunter2hunter2}]", ""),
            configMap("{}").replace("data: {}", "binaryData: {config.py: " + coded + "}"),
            "kind: Service\nmetadata: {name: s, annotations: {note: 'postgres://hub:hunter2@db/hub'}}\n",
            configMap("{password: hunter2hunter2}").replace("kind: ConfigMap", "kind: ConfigMapPatch")
        }) {
            assertThat(Asked.of(new SecretsAreInSecrets()).about(object))
                    .as(object)
                    .isNotEmpty()
                    .allMatch(finding -> finding.contains("holds a secret in the open at"))
                    .noneMatch(finding -> finding.contains("d41d8") || finding.contains("hunter2"));
        }
        assertThat(Asked.of(new SecretsAreInSecrets())
                        .about(Asked.deployment(
                                "args: [\"--token=$(TOKEN)\", --secret, /etc/secret, --password, -v]", "")))
                .isEmpty();
    }

    private static String configMap(String data) {
        return "kind: ConfigMap\nmetadata: {name: settings, namespace: jupyterhub}\ndata: " + data + "\n";
    }
}
