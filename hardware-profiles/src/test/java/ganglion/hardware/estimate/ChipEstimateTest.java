package ganglion.hardware.estimate;

import static ganglion.hardware.estimate.ToyDevices.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.InputOutput;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.cost.WorkedExample;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import ganglion.kernel.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked example on the toy mesh: three cores of four, 1 W of static power, ticks of a second. */
class ChipEstimateTest {

    private static final Clock SECOND = new Clock(1);
    private final Workload workload = WorkedExample.of(SECOND);

    /** Four seconds of sound on a front end at a site. */
    private DecisionEstimate heard(FrontEndSite site, List<FrontEndWork> frontEnds) {
        return estimate(
                with(ToyProfiles.mesh().figures().power(), Optional.of(site), Optional.empty()),
                work(frontEnds, new TickRange(0, 4)));
    }

    private static DecisionWork work() {
        return work(List.of(), new TickRange(0, 4));
    }

    private static DecisionWork work(List<FrontEndWork> frontEnds, TickRange... decided) {
        return new DecisionWork(List.of(decided), 1, frontEnds);
    }

    private DecisionEstimate estimate(HardwareProfile profile, DecisionWork work) {
        return ChipEstimate.of(Costing.cost(workload, profile), work, ToyDevices.surroundings(1.5));
    }

    private static HardwareProfile with(
            PowerStates power, Optional<FrontEndSite> frontEnd, Optional<InputOutput> inputOutput) {
        HardwareProfile toy = ToyProfiles.mesh();
        return toy(toy.cores().mesh(), toy.cores().limits(), toy.cores().timeModel(), power, frontEnd, inputOutput);
    }

    /** Chips of two cores, of which the worked example needs two: three of four cores are in use. */
    private static HardwareProfile twoChips(PowerStates power) {
        return toy(
                new Mesh(2, 1, 1),
                ToyProfiles.onChips(2, ToyProfiles.limits(2, 100)),
                new DeadlineTicks(),
                power,
                Optional.empty(),
                Optional.empty());
    }

    private static HardwareProfile toy(
            Mesh mesh,
            ChipLimits limits,
            TimeModel timeModel,
            PowerStates power,
            Optional<FrontEndSite> frontEnd,
            Optional<InputOutput> inputOutput) {
        HardwareProfile toy = ToyProfiles.mesh();
        HardwareProfile.Figures figures = toy.figures();
        return new HardwareProfile(
                toy.about(),
                toy.boundary(),
                new HardwareProfile.Cores(
                        toy.cores().execution(), mesh, limits, toy.cores().models(), timeModel, Optional.empty()),
                new HardwareProfile.Figures(
                        figures.operatingPoint(), power, figures.energy(), figures.time(), figures.units()),
                toy.conventional(),
                new HardwareProfile.Surroundings(frontEnd, inputOutput));
    }

    @Test
    void theMarginalEnergyIsThatOfTheDecidedTicks() {
        ChipCost cost = Costing.cost(workload, ToyProfiles.mesh());

        DecisionEstimate found = estimate(ToyProfiles.mesh(), work(List.of(), new TickRange(0, 2)));

        assertEquals(
                cost.energy().tickJoules()[0] + cost.energy().tickJoules()[1],
                found.energy(Boundary.MARGINAL).joules().orElseThrow(),
                1e-15);
        assertEquals(
                cost.timing().tickSeconds()[0] + cost.timing().tickSeconds()[1],
                found.workSeconds().orElseThrow(),
                1e-15);
        assertEquals(Optional.of(true), found.inTime());
    }

    @Test
    void aMarginalEnergyOfNothingHasAReason() {
        EnergyFigure none = new EnergyFigure(
                ToyProfiles.figure("0 J", Dimension.ENERGY), Accounting.MARGINAL, Set.of(Operation.values()));
        HardwareProfile toy = ToyProfiles.mesh();
        HardwareProfile free = ToyProfiles.with(
                toy,
                toy.figures().power(),
                Map.of(Operation.SYNAPTIC_OPERATION, none),
                toy.figures().time(),
                List.of());

        DecisionEstimate found = estimate(free, work(List.of(), new TickRange(0, 2)));

        assertEquals(
                PartEnergy.of(0, "no event with a price; all else is within the power at rest"),
                found.energy(Boundary.MARGINAL).parts().get(Part.NETWORK));
    }

    @Test
    void severalDecisionsGiveTheirMean() {
        ChipCost cost = Costing.cost(workload, ToyProfiles.mesh());

        DecisionEstimate found =
                estimate(ToyProfiles.mesh(), work(List.of(), new TickRange(0, 1), new TickRange(1, 4)));

        assertEquals(
                cost.energy().knownDynamicJoules() / 2,
                found.energy(Boundary.MARGINAL).joules().orElseThrow(),
                1e-15);
        assertEquals(2, found.periodSeconds());
    }

    @Test
    void staticPowerIsChargedWhileItWorksOrAllTheTime() {
        DecisionEstimate found = estimate(ToyProfiles.mesh(), work());

        // No sleep is known: 1 W for four seconds under both boundaries.
        assertEquals(4, part(found, Boundary.ALWAYS_ON, Part.STATIC), 1e-9);
        assertEquals(4, part(found, Boundary.ACTIVE, Part.STATIC), 1e-9);
        assertEquals(3, found.staticShareJoules().orElseThrow(), 1e-9);
    }

    @Test
    void aChipThatSleepsIsChargedItsSleepBetweenDecisions() {
        PowerStates power =
                new PowerStates(Optional.empty(), ToyDevices.watts("1 mW"), ToyDevices.watts("1 W"), Optional.empty());

        DecisionEstimate found = estimate(with(power, Optional.empty(), Optional.empty()), work());

        double busy = found.workSeconds().orElseThrow();
        assertEquals(busy + (4 - busy) * 1e-3, part(found, Boundary.ACTIVE, Part.STATIC), 1e-12);
    }

    @Test
    void withoutIdlePowerOnlyTheMarginalEnergyIsKnown() {
        DecisionEstimate found = estimate(with(PowerStates.UNKNOWN, Optional.empty(), Optional.empty()), work());

        assertTrue(found.energy(Boundary.MARGINAL).joules().isPresent());
        assertTrue(found.energy(Boundary.ACTIVE).joules().isEmpty());
        assertEquals(
                List.of("idle power of toy: no source is known"),
                found.energy(Boundary.ALWAYS_ON).missing());
    }

    @Test
    void hostAndInterfaceAddTimeAndEnergy() {
        InputOutput io = new InputOutput(
                Optional.of(ToyDevices.seconds("10 ms")),
                Optional.of(ToyDevices.seconds("100 ms")),
                ToyDevices.watts("2 W"),
                Optional.of(ToyProfiles.figure("1 mJ", Dimension.ENERGY)));
        DecisionWork work = work();
        double alone = estimate(ToyProfiles.mesh(), work).workSeconds().orElseThrow();

        DecisionEstimate found =
                estimate(with(ToyProfiles.mesh().figures().power(), Optional.empty(), Optional.of(io)), work);

        assertEquals(alone + 0.14, found.workSeconds().orElseThrow(), 1e-12);
        assertEquals(0.14 * 2 + 1e-3, part(found, Boundary.MARGINAL, Part.INPUT_OUTPUT), 1e-12);
    }

    @Test
    void theFrontEndRunsBesideTheChip() {
        FrontEndSite site = new FrontEndSite.Beside("m33", "for tests");
        List<FrontEndWork> frontEnds = ToyDevices.second(100).frontEnds();

        DecisionEstimate found = heard(site, frontEnds);

        // 400 multiply-adds of a millisecond in four seconds, at 100 mW above idle; asleep or idle for the rest.
        assertEquals(0.4 * 0.1, part(found, Boundary.MARGINAL, Part.FRONT_END), 1e-12);
        assertEquals(0.4 * 0.110 + 3.6 * 10e-3, part(found, Boundary.ALWAYS_ON, Part.FRONT_END), 1e-12);
        assertEquals(0.4 * 0.110 + 3.6 * 1e-3, part(found, Boundary.ACTIVE, Part.FRONT_END), 1e-12);
    }

    @Test
    void anAnalogueFrontEndListensAllTheTime() {
        FrontEndSite site = new FrontEndSite.Analogue(ToyDevices.watts("1 mW").orElseThrow());

        DecisionEstimate found = heard(site, ToyDevices.second(100).frontEnds());

        assertEquals(0, part(found, Boundary.MARGINAL, Part.FRONT_END));
        assertEquals(4e-3, part(found, Boundary.ACTIVE, Part.FRONT_END), 1e-15);
    }

    @Test
    void aFrontEndWithoutAPlaceIsNamed() {
        DecisionEstimate found =
                estimate(ToyProfiles.mesh(), work(ToyDevices.second(100).frontEnds(), new TickRange(0, 4)));

        assertTrue(found.energy(Boundary.MARGINAL).joules().isEmpty());
        assertEquals(
                List.of("front end of toy: its profile does not say where it is computed"),
                found.energy(Boundary.MARGINAL).missing());
    }

    @Test
    void aFrontEndThatIsTooSlowBesideTheChipDoesNotKeepPace() {
        FrontEndSite site = new FrontEndSite.Beside("m33", "for tests");

        DecisionEstimate found = heard(site, ToyDevices.second(1001).frontEnds());

        assertTrue(found.workSeconds().orElseThrow() < found.periodSeconds());
        assertEquals(Optional.of(false), found.inTime());
    }

    @Test
    void energiesOfADeviceThatIsTooSlowSpanItsWork() {
        Workload fast = WorkedExample.of(new Clock(1e-6));
        DecisionWork work = new DecisionWork(List.of(new TickRange(0, 4)), 1e-6, List.of());

        DecisionEstimate found =
                ChipEstimate.of(Costing.cost(fast, ToyProfiles.mesh()), work, ToyDevices.surroundings(1.5));

        double span = found.workSeconds().orElseThrow();
        assertEquals(Optional.of(false), found.inTime());
        assertTrue(span > found.periodSeconds());
        assertEquals(span, found.spanSeconds());
        assertEquals(span, part(found, Boundary.ALWAYS_ON, Part.STATIC), 1e-15);
        assertEquals(0.75 * span, found.staticShareJoules().orElseThrow(), 1e-15);
        assertEquals(
                86_400 * found.energy(Boundary.ALWAYS_ON).joules().orElseThrow() / span,
                found.joulesPerDay(Boundary.ALWAYS_ON).orElseThrow(),
                1e-6);
    }

    @Test
    void aChipOfKnownPowerAtWorkTakesItForTheTimeOfItsTicks() {
        PowerStates power = new PowerStates(
                Optional.empty(), ToyDevices.watts("1 mW"), ToyDevices.watts("1 W"), ToyDevices.watts("3 W"));
        HardwareProfile chip = with(power, Optional.empty(), Optional.empty());
        HardwareProfile whole =
                ToyProfiles.with(chip, power, Map.of(), chip.figures().time(), List.of());
        double busy = estimate(ToyProfiles.mesh(), work()).workSeconds().orElseThrow();

        DecisionEstimate found = estimate(whole, work());

        assertEquals(2 * busy, part(found, Boundary.MARGINAL, Part.NETWORK), 1e-12);
        assertEquals(busy + (4 - busy) * 1e-3, part(found, Boundary.ACTIVE, Part.STATIC), 1e-12);
        assertEquals(4, part(found, Boundary.ALWAYS_ON, Part.STATIC), 1e-12);
    }

    @Test
    void eachOfSeveralChipsDrawsItsPower() {
        PowerStates sleeping =
                new PowerStates(Optional.empty(), ToyDevices.watts("1 mW"), ToyDevices.watts("1 W"), Optional.empty());
        DecisionWork work = work();

        DecisionEstimate awake = estimate(twoChips(ToyProfiles.mesh().figures().power()), work);
        DecisionEstimate asleep = estimate(twoChips(sleeping), work);
        DecisionEstimate unknown = estimate(twoChips(PowerStates.UNKNOWN), work);

        double busy = asleep.workSeconds().orElseThrow();
        assertEquals(8, part(awake, Boundary.ALWAYS_ON, Part.STATIC), 1e-9);
        assertEquals(6, awake.staticShareJoules().orElseThrow(), 1e-9);
        assertEquals(2, awake.betweenWatts().orElseThrow());
        assertEquals(2 * (busy + (4 - busy) * 1e-3), part(asleep, Boundary.ACTIVE, Part.STATIC), 1e-12);
        assertEquals(2e-3, asleep.betweenWatts().orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.empty(), unknown.betweenWatts());
        assertEquals(OptionalDouble.empty(), unknown.staticShareJoules());
    }

    private static String remark(DecisionEstimate estimate) {
        return estimate.energy(Boundary.ACTIVE).parts().get(Part.STATIC).remark();
    }

    @Test
    void anEnergyOfTheWholeChipHoldsItsStaticPowerWhileItWorksOnly() {
        HardwareProfile toy = ToyProfiles.mesh();
        EnergyFigure all = new EnergyFigure(
                ToyProfiles.figure("1 J", Dimension.ENERGY), Accounting.ALL_IN, Set.of(Operation.values()));
        HardwareProfile whole = ToyProfiles.with(
                toy,
                toy.figures().power(),
                Map.of(Operation.SYNAPTIC_OPERATION, all),
                toy.figures().time(),
                List.of());

        DecisionEstimate found = estimate(whole, work());

        PartEnergy active = found.energy(Boundary.ACTIVE).parts().get(Part.STATIC);
        assertEquals(PartEnergy.of(0, "within the energy of an operation"), active);
        assertEquals(
                PartEnergy.unknown(List.of("idle power of toy: it is not within the boundary of its profile")),
                found.energy(Boundary.ALWAYS_ON).parts().get(Part.STATIC));
        assertEquals(0, part(found, Boundary.MARGINAL, Part.STATIC));
    }

    @Test
    void withoutATimeOfWorkNeitherSleepNorWholePowerIsCounted() {
        HardwareProfile toy = ToyProfiles.mesh();
        PowerStates sleeping =
                new PowerStates(Optional.empty(), ToyDevices.watts("1 mW"), ToyDevices.watts("1 W"), Optional.empty());
        PowerStates run = new PowerStates(Optional.empty(), sleeping.sleep(), sleeping.idle(), ToyDevices.watts("3 W"));
        DecisionWork work = work();

        DecisionEstimate asleep =
                estimate(ToyProfiles.with(toy, sleeping, toy.figures().energy(), Map.of(), List.of()), work);
        DecisionEstimate whole = estimate(ToyProfiles.with(toy, run, Map.of(), Map.of(), List.of()), work);

        assertEquals(OptionalDouble.empty(), asleep.workSeconds());
        assertEquals(Optional.empty(), asleep.inTime());
        assertFalse(asleep.missingTimes().isEmpty());
        assertEquals(
                asleep.missingTimes(),
                asleep.energy(Boundary.ACTIVE).parts().get(Part.STATIC).missing());
        assertEquals(4, part(asleep, Boundary.ALWAYS_ON, Part.STATIC), 1e-12);
        for (Boundary boundary : Boundary.values()) {
            assertEquals(whole.missingTimes(), whole.energy(boundary).missing());
            for (Part part : Part.values()) {
                assertTrue(whole.energy(boundary).parts().get(part).joules().isEmpty());
            }
        }
    }

    @Test
    void aNetworkThatDoesNotFitHasProblemsAndNoEnergies() {
        HardwareProfile toy = ToyProfiles.mesh();
        HardwareProfile small = toy(
                new Mesh(1, 1, 1),
                toy.cores().limits(),
                toy.cores().timeModel(),
                toy.figures().power(),
                Optional.empty(),
                Optional.empty());

        DecisionEstimate found = estimate(small, work());

        assertFalse(found.possible());
        assertEquals(OptionalDouble.empty(), found.workSeconds());
        assertEquals(Optional.empty(), found.inTime());
        assertEquals(OptionalDouble.empty(), found.staticShareJoules());
        for (Boundary boundary : Boundary.values()) {
            assertEquals(found.problems(), found.energy(boundary).missing());
        }
    }

    @Test
    void aFrontEndBesideWhoseProcessorOrTimesAreUnknownIsUnknown() {
        List<FrontEndWork> ear = ToyDevices.second(100).frontEnds();
        SignalWork butterflies = new SignalWork(Map.of(SignalOperation.BUTTERFLY, 100L));
        List<FrontEndWork> other = List.of(new FrontEndWork("ear", 1, 1, List.of(new SignalStage("fft", butterflies))));
        Optional<FrontEndSite> nobody = Optional.of(new FrontEndSite.Beside("nobody", "for tests"));
        Optional<FrontEndSite> m33 = Optional.of(new FrontEndSite.Beside("m33", "for tests"));
        PowerStates power = ToyProfiles.mesh().figures().power();

        DecisionEstimate withoutProfile =
                estimate(with(power, nobody, Optional.empty()), work(ear, new TickRange(0, 4)));
        DecisionEstimate withoutTime = estimate(with(power, m33, Optional.empty()), work(other, new TickRange(0, 4)));

        for (Boundary boundary : Boundary.values()) {
            assertEquals(
                    List.of("profile of the front end's processor nobody"),
                    withoutProfile.energy(boundary).missing());
            assertEquals(
                    List.of("time of a butterfly of the front end on m33"),
                    withoutTime.energy(boundary).missing());
        }
        // Nothing says that it is late.
        assertEquals(Optional.of(true), withoutTime.inTime());
    }
}
