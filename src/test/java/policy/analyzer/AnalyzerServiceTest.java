package policy.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import policy.ExamplePack;
import policy.FaultyPackException;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** The protocol, spoken over its own wire as the engine speaks it. */
class AnalyzerServiceTest {
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    private static final String UNKNOWN_NUMBER = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";

    private PackServer server;
    private ManagedChannel channel;
    private AnalyzerGrpc.AnalyzerBlockingStub engine;

    @BeforeEach
    void start() throws IOException {
        server = PackServer.serve(
                run -> {
                    if (run.stack().equals("broken")) {
                        throw new FaultyPackException("quotas.yaml:3: at-most.most: is no number");
                    }
                    return ExamplePack.of(run, List.of());
                },
                Duration.ofMillis(500));
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .build();
        engine = AnalyzerGrpc.newBlockingStub(channel);
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.close();
    }

    @Test
    void it_says_what_it_is_and_what_each_rule_may_be_set_to() {
        var unused = engine.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
        stack("dev");
        var info = engine.getAnalyzerInfo(Empty.getDefaultInstance());
        assertThat(info.getName()).isEqualTo("example");
        assertThat(info.getDescription()).isEqualTo("An example on dev");
        assertThat(info.getPoliciesList()).anySatisfy(policy -> {
            assertThat(policy.getName()).isEqualTo("at-most");
            assertThat(policy.getPolicyType()).isEqualTo(PolicyType.POLICY_TYPE_RESOURCE);
            assertThat(policy.getConfigSchema().getProperties().getFieldsMap()).containsKey("most");
        });
        assertThat(info.getPoliciesList()).anySatisfy(policy -> {
            assertThat(policy.getName()).isEqualTo("leases-have-not-ended");
            assertThat(policy.getPolicyType()).isEqualTo(PolicyType.POLICY_TYPE_STACK);
        });
        assertThat(info.getInitialConfigMap().get("at-most").getEnforcementLevel())
                .isEqualTo(EnforcementLevel.MANDATORY);
        assertThat(engine.getPluginInfo(Empty.getDefaultInstance()).getVersion())
                .isEqualTo("1.0.0");
    }

    @Test
    void a_faulty_pack_ends_the_run_in_its_own_words() {
        assertThatThrownBy(() -> stack("broken")).hasMessageContaining("quotas.yaml:3: at-most.most: is no number");
    }

    @Test
    void a_pack_with_faults_says_so_to_whoever_asks_for_mending_too() {
        assertThatThrownBy(() -> stack("broken")).isInstanceOf(StatusRuntimeException.class);
        assertThatThrownBy(() -> engine.remediate(thing("one", Map.of())))
                .hasMessageContaining("FAILED_PRECONDITION: quotas.yaml:3: at-most.most: is no number");
    }

    @Test
    void settings_change_limit_and_level() {
        stack("dev");
        configure("at-most", EnforcementLevel.ADVISORY, Map.of("most", number(1)));
        var diagnostics = engine.analyze(thing("two", Map.of("spec", struct(Map.of("replicas", number(2))))))
                .getDiagnosticsList();
        assertThat(diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
            assertThat(diagnostic.getMessage())
                    .isEqualTo("Thing two: has too many replicas, 2; at most 1; lower replicas");
        });
    }

    @Test
    void wrong_settings_are_refused_all_at_once() {
        stack("dev");
        assertThatThrownBy(() -> configure("at-most", EnforcementLevel.MANDATORY, Map.of("most", text("many"))))
                .hasMessageContaining("at-most.most: ")
                .hasMessageContaining("integer expected");
        assertThatThrownBy(() -> configure("at-most", EnforcementLevel.MANDATORY, Map.of("mots", number(1))))
                .hasMessageContaining("at-most.mots: ");
        assertThatThrownBy(() -> configure("at-mots", EnforcementLevel.MANDATORY, Map.of()))
                .hasMessageContaining("at-mots: there is no such rule");
    }

    @Test
    void an_unknown_number_is_no_pass() {
        stack("dev");
        var diagnostics = engine.analyze(thing("u", Map.of("spec", struct(Map.of("replicas", text(UNKNOWN_NUMBER))))))
                .getDiagnosticsList();
        assertThat(diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
            assertThat(diagnostic.getMessage()).contains("spec.replicas is known only when the run is made");
        });
    }

    @Test
    void a_rule_sees_a_secret_and_nobody_reads_it() {
        stack("dev");
        var secret = struct(Map.of(SIGNATURE, text(SECRET), "value", text("hunter2")));
        var diagnostics = engine.analyze(thing("s", Map.of("password", secret))).getDiagnosticsList();
        assertThat(diagnostics).singleElement().satisfies(diagnostic -> assertThat(diagnostic.getMessage())
                .isEqualTo("Thing s: is short, [secret]; 12 characters; not [secret]"));
    }

    @Test
    void a_rule_that_hangs_is_an_error_and_never_a_pass() {
        stack("dev");
        assertThatThrownBy(() -> engine.analyze(thing("hang", Map.of())))
                .hasMessageContaining("rule hangs took longer than 500 ms");
    }

    @Test
    void a_rule_that_fails_is_an_error_without_its_values() {
        stack("dev");
        assertThatThrownBy(() -> engine.analyze(thing("throw", Map.of("password", text("hunter2hunter2")))))
                .hasMessageContaining("rule throws failed at Thing throw with IllegalStateException")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_mended_resource_keeps_its_secrets_secret() {
        stack("dev");
        var secret = struct(Map.of(SIGNATURE, text(SECRET), "value", text("hunter2")));
        var request = thing("m", Map.of("password", secret)).toBuilder()
                .setType("example:index:Named")
                .build();
        var mended = engine.remediate(request).getRemediationsList();
        assertThat(mended).singleElement().satisfies(remediation -> {
            assertThat(remediation.getPolicyName()).isEqualTo("mends");
            var fields = remediation.getProperties().getFieldsMap();
            assertThat(fields.get("team").getStringValue()).isEqualTo("infrastructure-team");
            assertThat(fields.get("password")).isEqualTo(secret);
        });
        assertThat(engine.remediate(thing("m", Map.of())).getRemediationsList()).isEmpty();
    }

    @Test
    void the_whole_stack_is_asked_at_its_end() {
        stack("dev");
        assertThat(engine.analyzeStack(AnalyzeStackRequest.getDefaultInstance()).getDiagnosticsList())
                .isEmpty();
        assertThat(engine.cancel(Empty.getDefaultInstance())).isEqualTo(Empty.getDefaultInstance());
    }

    private void stack(String name) {
        var unused = engine.configureStack(
                AnalyzerStackConfigureRequest.newBuilder().setStack(name).build());
    }

    private void configure(String rule, EnforcementLevel level, Map<String, Value> values) {
        var unused = engine.configure(ConfigureAnalyzerRequest.newBuilder()
                .putPolicyConfig(
                        rule,
                        PolicyConfig.newBuilder()
                                .setEnforcementLevel(level)
                                .setProperties(Struct.newBuilder().putAllFields(values))
                                .build())
                .build());
    }

    private static AnalyzeRequest thing(String name, Map<String, Value> fields) {
        return AnalyzeRequest.newBuilder()
                .setType("example:index:Thing")
                .setName(name)
                .setUrn("urn:pulumi:dev::p::example:index:Thing::" + name)
                .setProperties(Struct.newBuilder().putAllFields(fields))
                .build();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private static Value number(double number) {
        return Value.newBuilder().setNumberValue(number).build();
    }

    private static Value struct(Map<String, Value> fields) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder().putAllFields(fields))
                .build();
    }
}
