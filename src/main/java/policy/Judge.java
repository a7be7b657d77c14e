package policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import policy.Judged.Judgement;

/** Asks a pack's rules; the same for the engine and for whoever has no engine. */
public final class Judge {
    private final Pack pack;
    private final Run run;
    private final Consumer<String> watcher;

    /** @param watcher hears the id of each rule before it is asked */
    public Judge(Pack pack, Run run, Consumer<String> watcher) {
        this.pack = pack;
        this.run = run;
        this.watcher = watcher;
    }

    /**
     * What the rules on one resource find.
     *
     * @throws RuleFailedException when one cannot judge
     */
    public Judged resource(Resource resource) {
        var judged = new Judged.Builder();
        for (Rule rule : pack.rules()) {
            if (rule instanceof ResourceRule resourceRule) {
                Question question = (given, findings) -> resourceRule.check(resource, given, findings);
                ask(rule, resource.title(), pack.leases()::covering, judged, question);
            }
        }
        return judged.build();
    }

    /**
     * What the rules find at resources that a run would delete or replace.
     *
     * @throws RuleFailedException when one cannot judge
     */
    public List<Judgement> removed(List<Resource> resources) {
        var judged = new Judged.Builder();
        for (Resource resource : resources) {
            for (Rule rule : pack.rules()) {
                if (rule instanceof ResourceRule resourceRule) {
                    Question question = (given, findings) -> resourceRule.checkRemoval(resource, given, findings);
                    ask(rule, resource.title(), pack.leases()::naming, judged, question);
                }
            }
        }
        return judged.build().judgements();
    }

    /**
     * What the rules on all resources find.
     *
     * @throws RuleFailedException when one cannot judge
     */
    public Judged stack(List<Resource> resources) {
        var judged = new Judged.Builder();
        for (Rule rule : pack.rules()) {
            if (rule instanceof StackRule stackRule) {
                Question question = (given, findings) -> stackRule.check(resources, given, findings);
                ask(rule, "the stack", pack.leases()::covering, judged, question);
            }
        }
        return judged.build();
    }

    /**
     * What all rules find, sorted by resource: for whoever has no engine.
     *
     * @throws RuleFailedException when one cannot judge
     */
    public List<Judgement> everything(List<Resource> resources) {
        var all = new ArrayList<Judgement>();
        resources.forEach(resource -> all.addAll(resource(resource).judgements()));
        all.addAll(stack(resources).judgements());
        all.sort(Comparator.comparing((Judgement each) -> each.level().stops() ? 0 : 1)
                .thenComparing(each -> each.finding().toString())
                .thenComparing(each -> each.rule().id()));
        return List.copyOf(all);
    }

    /** The rules that are asked, of either kind, and their settings: for whoever mends. */
    public Optional<Given> given(Rule rule) {
        RuleSettings settings = pack.settings().get(rule.about().id());
        return settings.level() == Level.DISABLED ? Optional.empty() : Optional.of(new Given(run, settings));
    }

    private interface Question {
        void ask(Given given, Findings findings);
    }

    /** Finds the lease of a rule for a resource's title. */
    private interface Exceptions {
        Optional<Lease> of(String rule, String title);
    }

    private void ask(Rule rule, String subject, Exceptions leases, Judged.Builder judged, Question question) {
        About about = rule.about();
        Optional<Given> given = given(rule);
        if (given.isEmpty()) {
            return;
        }
        watcher.accept(about.id());
        var findings = new Findings();
        Level level = given.get().settings().level();
        try {
            question.ask(given.get(), findings);
        } catch (UnknownValueException unknown) {
            unknown(about, level, subject, unknown.path(), leases, judged);
        } catch (RuntimeException failure) {
            throw RuleFailedException.of(about.id(), subject, failure);
        }
        findings.broken().forEach(finding -> judge(about, level, finding, leases, judged));
        findings.notes().forEach(note -> judged.add(about, Level.ADVISORY, note));
        findings.reasonNotApplicable().ifPresent(reason -> judged.notApplicable(about, reason));
    }

    private void judge(About about, Level level, Finding finding, Exceptions leases, Judged.Builder judged) {
        Optional<Lease> lease = leases.of(about.id(), finding.resource());
        if (lease.isEmpty()) {
            judged.add(about, level, finding);
            return;
        }
        String leased = finding.limit() + "; leased to " + lease.get().owner() + " until "
                + lease.get().end() + ": " + lease.get().reason();
        judged.add(
                about,
                Level.ADVISORY,
                new Finding(
                        finding.resource(), finding.urn(), finding.what(), finding.value(), leased, finding.mend()));
    }

    private void unknown(
            About about, Level level, String subject, String path, Exceptions leases, Judged.Builder judged) {
        String reason = path + " is known only when the run is made";
        if (about.whenUnknown() == WhenUnknown.NOT_APPLICABLE) {
            judged.notApplicable(about, reason);
            return;
        }
        judge(
                about,
                about.whenUnknown() == WhenUnknown.ADVISORY ? Level.ADVISORY : level,
                new Finding(
                        subject,
                        "",
                        "cannot be judged",
                        reason,
                        "what the rule reads is known before",
                        "write the value out, or make what yields it in an earlier run"),
                leases,
                judged);
    }
}
