package policies.rules;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import policy.About;
import policy.Admission;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;
import policy.Severity;

public final class SecretsAreInSecrets implements ResourceRule {
    private static final String LIMIT = "secrets in Secrets only";

    private static final Pattern REFERENCE =
            Pattern.compile("(?i)true|false|null|[0-9]{1,6}|https?://\\S*|\\$[({].*|\\S+\\.(txt|key|crt|pem)");

    /** What a secret is called: {@code DB_PASSWORD}, {@code apiToken}, {@code client-secret}. */
    private static final Pattern NAME = Pattern.compile(
            "(?i)(.*[._-])?(password|passwd|passphrase|pass|pwd|secret|token|api_?key|private_?key|access_?key|secret_?key|client_?secret)"
                    + "|.*[a-z](Password|Secret|Token|ApiKey|PrivateKey|AccessKey|SecretKey)");

    // Repetitions have bounds: half a megabyte of one word, which a ConfigMap may hold, would be looked through from
    // each of
    // its letters to its end.

    /** What gives itself away: private keys, and the forms of AWS, GitHub, GitLab, JWT and addresses with a password. */
    private static final Pattern VALUE = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----|\\bAKIA[0-9A-Z]{16}\\b"
            + "|\\bghp_[A-Za-z0-9]{36}\\b|\\bglpat-[A-Za-z0-9_-]{20}|\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}"
            + "|[a-z][a-z0-9+.-]{0,20}://[^/\\s:@\"']+:[^/\\s:@\"']+@");

    /** A name of that kind set to a text in a program or a settings file. */
    private static final Pattern SET = Pattern.compile(
            "(?im)^[^#\\n]*?\\b([\\w.-]{0,100}(?:password|passwd|secret|token|api_?key))\\s*[=:]\\s*[\"']([^\"'\\s{}$%]{6,})[\"']\\s*,?$");

    @Override
    public About about() {
        return About.mandatory(
                        "secrets-are-in-secrets",
                        "no secret stands in a ConfigMap or in a plain environment value",
                        "ConfigMaps and pods are read by many, kept in backups, and shown in every preview",
                        "set it with pulumi config set --secret, and refer to it by secretKeyRef or a Secret's volume")
                .withSeverity(Severity.CRITICAL)
                .withSettings(
                        """
                        {"references": {"type": "array", "items": {"type": "string"},
                           "default": ["push_secret", "apiTokenFromSecretKey"],
                           "description": "keys that hold the name of a Secret or of a key in one"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        List<String> references = given.settings().texts("references");
        Pods.of(resource).ifPresent(pods -> pods.containers().forEach(container -> container
                .at("env")
                .items()
                .forEach(variable -> judge(
                        resource,
                        Pods.name(container) + " env " + variable.at("name").textOr("?"),
                        variable.at("name").textOr(""),
                        variable.at("value").textOr(""),
                        findings))));
        Pods.of(resource).ifPresent(pods -> pods.containers().forEach(container -> SecretArguments.of(container)
                .filter(argument -> !isReference(argument.value()))
                .forEach(argument -> report(
                        resource, Pods.name(container) + " argument " + argument.name(), argument.value(), findings))));
        resource.at("metadata", "annotations").fields().forEach((key, text) -> {
            if (VALUE.matcher(text.textOr("")).find()) {
                report(resource, "annotation " + key, text.textOr(""), findings);
            }
        });
        if (ObjectKind.of(resource).equals("ConfigMap")) {
            resource.at("binaryData").fields().forEach((key, coded) -> {
                String text = decoded(coded.textOr(""));
                judge(resource, "binaryData." + key, key, text, findings);
                set(resource, key, text, findings);
            });
            resource.at("data").fields().forEach((key, text) -> {
                judge(resource, "data." + key, key, text.textOr(""), findings);
                set(resource, key, text.textOr(""), findings);
                if (key.endsWith(".yaml") || key.endsWith(".yml") || key.endsWith(".json")) {
                    text.text()
                            .flatMap(ChartValues::parsed)
                            .ifPresent(values -> walk(resource, key, values, references, findings));
                }
            });
        }
    }

    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        return Optional.of(SecretsAtAdmission.of(NAME, REFERENCE, VALUE, SET, LIMIT));
    }

    private void walk(Resource resource, String key, Node node, List<String> references, Findings findings) {
        node.fields().forEach((name, field) -> {
            String called = references.contains(name) ? "" : name;
            field.text().ifPresent(text -> judge(resource, "data." + field.path(), called, text, findings));
            walk(resource, key, field, references, findings);
        });
        node.items().forEach(item -> walk(resource, key, item, references, findings));
    }

    private void set(Resource resource, String key, String text, Findings findings) {
        var match = SET.matcher(text);
        while (match.find()) {
            report(resource, "data." + key + " " + match.group(1), match.group(2), findings);
        }
    }

    private static String decoded(String coded) {
        try {
            return new String(Base64.getMimeDecoder().decode(coded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException otherForm) {
            return coded;
        }
    }

    private void judge(Resource resource, String where, String name, String value, Findings findings) {
        boolean named = NAME.matcher(name).matches() && !value.isBlank() && !isReference(value);
        if (named || VALUE.matcher(value).find()) {
            report(resource, where, value, findings);
        }
    }

    /** A path, an address, a truth, a number or a placeholder: names where a secret is, and is none. */
    private static boolean isReference(String value) {
        return value.startsWith("/") || REFERENCE.matcher(value).matches();
    }

    private void report(Resource resource, String where, String value, Findings findings) {
        findings.add(
                resource,
                "holds a secret in the open at " + where,
                value.length() + " characters, not shown",
                LIMIT,
                about().mend());
    }
}
