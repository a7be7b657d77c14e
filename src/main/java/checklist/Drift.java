package checklist;

/** Whether the cluster is as it was last applied: what somebody changed by hand may not survive an upgrade. */
final class Drift implements Check {
    @Override
    public String id() {
        return "drift";
    }

    @Override
    public Item look(Subject subject) {
        return Item.failedBy(
                id(), "the cluster is as it was last applied", subject.drift().get());
    }
}
