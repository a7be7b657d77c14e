package facility.rules;

import facility.Facility;
import facility.Problem;
import facility.Problems;
import java.time.Clock;
import java.util.List;

/** All rules of the declaration. One more rule is one more class and one more line here. */
public final class FacilityCheck {
    private static final List<Rule> RULES = List.of(
            new NamesAreWellFormed(),
            new HostsAreNames(),
            new LayoutsFitTheirCards(),
            new NodePoolsAreWhole(),
            new TimeSlicingIsOfWholeCards(),
            new StorageFitsCeph(),
            new BucketsFit(),
            new MountsAreWhole(),
            new PrivilegesAreExcused(Clock.systemUTC()),
            new QuotasFitTheCluster(),
            new ExperimentsHoldTheirNamespaces(),
            new UsersFitTheQuota(),
            new LimitsFitTheQuota(),
            new FlavoursHaveTheirSize(),
            new FlavoursCanRun(),
            new CvmfsExecIsOffered(),
            new GpuServicesAreWhole(),
            new FlavoursReachTheirService(),
            new ImagesArePinned(),
            new JupyterHubsFit(),
            new DaskFitsItsNamespace(),
            new DaskImagesHaveOneName(),
            new BatchWorkersFit(),
            new ReferencesResolve(),
            new HubSettingsMakeSense(),
            new DatabaseIsWhole(),
            new ChartSourceIsPinned(),
            new CvmfsDriverHasAPlace(),
            new DataDoorsAreWhole(),
            new LoginPageIsShown(),
            new ExamplesAreWhole(),
            new SpawnCheckStartsSomething(),
            new FlavoursAreForSomebody(),
            new SignInIsWhole(),
            new FerryIsWhole(),
            new GroupsHaveMembers(),
            new OperationsMakeSense(),
            new ConsoleIsReadable(),
            new BinderSourcesAreChosen(),
            new BinderBuildsAreApart(),
            new BinderEgressIsOneWay(),
            new BinderQuotasFit(),
            new BinderRegistryIsNamed(),
            new CheckmkMakesSense(),
            new CollectorsHaveAPlace(),
            new MonitoringMakesSense(),
            new PromotionMakesSense());

    /** What only a real cluster has to hold to. */
    private static final List<Rule> REAL = List.of(new SignInIsReal());

    private FacilityCheck() {}

    /**
     * Every fault, sorted by path; empty if the facility can be brought up.
     *
     * @param onTwin whether it is only rehearsed: then what is for a twin alone is let through
     */
    public static List<Problem> check(Facility facility, boolean onTwin) {
        var problems = new Problems();
        RULES.forEach(rule -> rule.check(facility, problems));
        if (!onTwin) {
            REAL.forEach(rule -> rule.check(facility, problems));
        }
        return problems.sorted();
    }
}
