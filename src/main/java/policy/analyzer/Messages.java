package policy.analyzer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import policy.About;
import policy.Judged;
import policy.Judged.Judgement;
import policy.Level;
import policy.Pack;
import policy.Rule;
import policy.RuleSettings;
import policy.SettingsSchema;
import policy.Severity;
import policy.StackRule;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyConfigSchema;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** What rules are and say, in the engine's messages. */
final class Messages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Messages() {}

    static AnalyzerInfo info(Pack pack) {
        var info = AnalyzerInfo.newBuilder()
                .setName(pack.name())
                .setDisplayName(pack.name())
                .setVersion(pack.version())
                .setDescription(pack.description())
                .setSupportsConfig(true);
        for (Rule rule : pack.rules()) {
            info.addPolicies(policy(rule));
        }
        pack.settings().forEach((id, settings) -> info.putInitialConfig(id, config(settings)));
        return info.build();
    }

    private static PolicyInfo policy(Rule rule) {
        About about = rule.about();
        var schema = SettingsSchema.of(about);
        var schemas = JSON.convertValue(schema.properties(), new TypeReference<Map<String, Object>>() {});
        return PolicyInfo.newBuilder()
                .setName(about.id())
                .setDisplayName(about.id())
                .setDescription(about.what())
                .setMessage(about.why())
                .setRemediationSteps(about.mend())
                .setEnforcementLevel(level(about.level()))
                .setSeverity(severity(about.severity()))
                .setPolicyType(
                        rule instanceof StackRule ? PolicyType.POLICY_TYPE_STACK : PolicyType.POLICY_TYPE_RESOURCE)
                .setConfigSchema(PolicyConfigSchema.newBuilder()
                        .setProperties(Wire.struct(schemas, new Masks()))
                        .addAllRequired(schema.required()))
                .build();
    }

    static PolicyConfig config(RuleSettings settings) {
        return PolicyConfig.newBuilder()
                .setEnforcementLevel(level(settings.level()))
                .setProperties(Wire.struct(settings.values(), new Masks()))
                .build();
    }

    static AnalyzeResponse response(Pack pack, Judged judged, String urn, Masks masks) {
        var response = AnalyzeResponse.newBuilder();
        for (Judgement judgement : judged.judgements()) {
            response.addDiagnostics(diagnostic(pack, judgement, urn, masks));
        }
        judged.notApplicable()
                .forEach((rule, reason) -> response.addNotApplicable(
                        PolicyNotApplicable.newBuilder().setPolicyName(rule).setReason(masks.masked(reason))));
        return response.build();
    }

    private static AnalyzeDiagnostic diagnostic(Pack pack, Judgement judgement, String urn, Masks masks) {
        String about = judgement.finding().urn();
        return AnalyzeDiagnostic.newBuilder()
                .setPolicyName(judgement.rule().id())
                .setPolicyPackName(pack.name())
                .setPolicyPackVersion(pack.version())
                .setDescription(judgement.rule().what())
                .setMessage(masks.masked(judgement.finding().toString()))
                .setEnforcementLevel(level(judgement.level()))
                .setSeverity(severity(judgement.rule().severity()))
                .setUrn(about.isEmpty() ? urn : about)
                .build();
    }

    private static EnforcementLevel level(Level level) {
        return switch (level) {
            case DISABLED -> EnforcementLevel.DISABLED;
            case ADVISORY -> EnforcementLevel.ADVISORY;
            case REMEDIATE -> EnforcementLevel.REMEDIATE;
            case MANDATORY -> EnforcementLevel.MANDATORY;
        };
    }

    /** A level that the engine has and this runtime does not know must not weaken a rule. */
    static Level level(EnforcementLevel level) {
        return switch (level) {
            case DISABLED -> Level.DISABLED;
            case ADVISORY -> Level.ADVISORY;
            case REMEDIATE -> Level.REMEDIATE;
            case MANDATORY, UNRECOGNIZED -> Level.MANDATORY;
        };
    }

    private static PolicySeverity severity(Severity severity) {
        return switch (severity) {
            case LOW -> PolicySeverity.POLICY_SEVERITY_LOW;
            case MEDIUM -> PolicySeverity.POLICY_SEVERITY_MEDIUM;
            case HIGH -> PolicySeverity.POLICY_SEVERITY_HIGH;
            case CRITICAL -> PolicySeverity.POLICY_SEVERITY_CRITICAL;
        };
    }
}
