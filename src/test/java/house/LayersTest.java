package house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** One direction of dependency: declaration, configuration, stacks, command line. */
@AnalyzeClasses(
        packages = {
            "facility",
            "config",
            "kube",
            "charts",
            "stacks",
            "registration",
            "checkmk",
            "target",
            "toolchain",
            "twin",
            "engine",
            "checklist",
            "ledger",
            "drift",
            "health",
            "gate",
            "pin",
            "provider",
            "difference",
            "change",
            "preview",
            "report",
            "policy",
            "policies",
            "posting",
            "images",
            "tls",
            "release",
            "lock",
            "promotion",
            "cli"
        },
        importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule the_declaration_is_pure_java = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("facility..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("facility..", "java..");

    @ArchTest
    static final ArchRule nothing_depends_on_the_command_line = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cli..");

    @ArchTest
    static final ArchRule only_registration_speaks_to_the_engines_sdk = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages("registration..", "provider..", "policy.analyzer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("pulumirpc..", "io.grpc..", "com.pulumi..");

    /** A program of its own: what the stacks declare reaches it through the engine alone. */
    @ArchTest
    static final ArchRule the_checkmk_provider_knows_nothing_of_the_facility = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("checkmk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "facility..", "config..", "kube..", "charts..", "stacks..", "twin..", "engine..", "target..");

    /** What every plug-in of the engine's shares knows none of them. */
    @ArchTest
    static final ArchRule plug_ins_share_what_knows_none_of_them = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("provider..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "provider..",
                    "registration..",
                    "java..",
                    "pulumirpc..",
                    "io.grpc..",
                    "com.google.protobuf..",
                    "com.fasterxml.jackson..");

    /** A program of its own, as CheckMK's provider: what it waits for reaches it through the engine alone. */
    @ArchTest
    static final ArchRule gates_know_no_declaration = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("gate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("facility..", "config..", "kube..", "charts..", "stacks..", "twin..", "engine..");

    /** It compares what it is given, from whatever commit that came. */
    @ArchTest
    static final ArchRule differences_are_pure = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("difference..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("difference..", "com.fasterxml.jackson..", "java..");

    /** What a change is, and how it is read, is the same whoever found it. */
    @ArchTest
    static final ArchRule change_sets_and_reports_know_no_engine = ArchRuleDefinition.classes()
            .that()
            .resideInAnyPackage("change..", "report..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "change..",
                    "report..",
                    "difference..",
                    "facility..",
                    "com.fasterxml.jackson..",
                    "com.github.difflib..",
                    "com.samskivert.mustache..",
                    "java..",
                    "javax.crypto..");

    @ArchTest
    static final ArchRule reports_are_made_from_the_change_set_alone = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("change..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("report..", "preview..");

    /** It says what it is given, and holds a token: nothing else is near it. */
    @ArchTest
    static final ArchRule posting_knows_nothing_of_what_it_posts = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("posting..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "posting..", "tls..", "java..", "javax.net.ssl..", "com.fasterxml.jackson..", "org.slf4j..");

    /** It holds credentials, and speaks with whatever host an image names. */
    @ArchTest
    static final ArchRule images_know_nothing_of_who_names_them = ArchRuleDefinition.classes()
            .that()
            .resideInAnyPackage("images..", "tls..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("images..", "tls..", "java..", "javax.net.ssl..", "com.fasterxml.jackson..");

    /** Any Pulumi project in Java may take it as it is. */
    @ArchTest
    static final ArchRule the_policy_runtime_knows_nothing_of_the_facility = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("policy..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "policy..",
                    "java..",
                    "pulumirpc..",
                    "io.grpc..",
                    "com.google.protobuf..",
                    "com.fasterxml.jackson..",
                    "com.networknt..");

    /** What may go on, and what moved, is decided on records alone. */
    @ArchTest
    static final ArchRule promotion_is_pure = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("promotion..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "promotion..", "release..", "change..", "difference..", "com.fasterxml.jackson..", "java..")
                    .or(type(target.RefusedException.class)));

    /** They see plain properties, as the engine sends them, and never what made them. */
    @ArchTest
    static final ArchRule the_facilitys_policies_see_the_declaration_and_no_objects = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("policies..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("stacks..", "kube..", "charts..", "registration..", "twin..", "engine..", "target..");

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("facility")
            .definedBy("facility..")
            .layer("config")
            .definedBy("config..")
            .layer("objects")
            .definedBy("kube..", "charts..")
            .layer("stacks")
            .definedBy("stacks..")
            .layer("machine")
            .definedBy("toolchain..", "twin..", "engine..", "target..")
            .layer("checklist")
            .definedBy("checklist..")
            .layer("ledger")
            .definedBy("ledger..")
            .layer("health")
            .definedBy("health..")
            .layer("drift")
            .definedBy("drift..")
            .layer("pin")
            .definedBy("pin..")
            .layer("gate")
            .definedBy("gate..")
            .layer("policies")
            .definedBy("policies..")
            .layer("preview")
            .definedBy("preview..")
            .layer("release")
            .definedBy("release..")
            .layer("lock")
            .definedBy("lock..")
            .layer("promotion")
            .definedBy("promotion..")
            .layer("posting")
            .definedBy("posting..")
            .layer("images")
            .definedBy("images..")
            .layer("cli")
            .definedBy("cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("checklist")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("gate")
            .mayOnlyBeAccessedByLayers("stacks", "cli")
            .whereLayer("drift")
            .mayOnlyBeAccessedByLayers("stacks", "cli")
            .whereLayer("pin")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("release")
            .mayOnlyBeAccessedByLayers("promotion", "cli")
            .whereLayer("lock")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("promotion")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("gate", "stacks", "cli")
            .whereLayer("posting")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("images")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("policies")
            .mayOnlyBeAccessedByLayers("stacks", "cli")
            .whereLayer("preview")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("stacks")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("machine")
            .mayOnlyBeAccessedByLayers(
                    "stacks", "gate", "health", "preview", "pin", "release", "lock", "promotion", "cli")
            .whereLayer("objects")
            .mayOnlyBeAccessedByLayers("stacks", "checklist", "health", "preview", "cli", "machine")
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("stacks", "checklist", "drift", "ledger", "pin", "policies", "cli", "machine");
}
