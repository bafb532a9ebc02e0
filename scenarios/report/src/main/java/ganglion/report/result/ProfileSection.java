package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.library.ProfileRows;
import java.util.TreeMap;
import java.util.function.Function;

/** The cost of a run on one chip. */
public final class ProfileSection {

    /** All overruns are counted; only this many are listed. */
    private static final int MOST_OVERRUNS = 100;

    private ProfileSection() {}

    /**
     * The section {@code profiles}.
     *
     * @param latencyFile name of the log of a chip's ticks in the run directory; null if there is none
     */
    public static ArrayNode all(CostedRun run, Function<ChipCost, String> latencyFile) {
        ArrayNode section = JsonNodes.array();
        for (ChipCost cost : run.costs()) {
            section.add(of(run, cost, latencyFile.apply(cost)));
        }
        return section;
    }

    private static ObjectNode of(CostedRun run, ChipCost cost, String latencyFile) {
        ObjectNode section = JsonNodes.object();
        section.put("name", cost.profile().name());
        section.put("title", cost.profile().about().title());
        section.put("description", cost.profile().about().description());
        section.put("includes", cost.profile().boundary().includes());
        section.put("excludes", cost.profile().boundary().excludes());
        section.put("operatingPoint", cost.profile().figures().operatingPoint().text());
        section.set("powerWatts", power(cost.profile().figures().power()));
        section.put("execution", cost.profile().cores().execution().word());
        section.put("timeModel", cost.profile().cores().timeModel().name());
        section.set("placement", PlacementSection.of(cost.placement(), cost.picture()));
        section.set("energy", EnergySection.of(cost));
        section.set("operations", operations(cost));
        section.set("memoryWords", JsonNodes.bound(cost.work().memory()));
        ObjectNode latency = LatencySection.of(cost.timing().tickLatency(), latencyFile);
        if (cost.timing().isKnown()) {
            latency.set("exact", JsonNodes.bound(ExactTickTimes.of(cost.timing().tickSeconds())));
        }
        section.set("latency", latency);
        section.set("spikeLatency", LatencySection.ofPicoseconds(cost.timing().spikeLatency()));
        section.set("decisionLatency", decisionLatency(run, cost));
        section.put("modelledSeconds", cost.timing().modelledSeconds());
        section.put("chipTickSeconds", cost.timing().chipTickSeconds());
        section.put("overrunTicks", cost.timing().overruns().ticks());
        section.set("overruns", overruns(cost));
        section.set("notes", JsonNodes.strings(cost.notes()));
        section.set("figures", figures(cost.profile()));
        return section;
    }

    /** What the device draws in each state; null where unknown. */
    private static ObjectNode power(PowerStates power) {
        ObjectNode node = JsonNodes.object();
        for (PowerStates.State state : PowerStates.State.values()) {
            node.put(state.word(), power.of(state).map(Figure::value).orElse(null));
        }
        return node;
    }

    /** Every figure with its evidence. */
    private static ArrayNode figures(HardwareProfile profile) {
        ArrayNode figures = JsonNodes.array();
        for (ProfileRows.Row row : ProfileRows.of(profile).rows()) {
            figures.addObject()
                    .put("name", row.section() + ": " + row.name())
                    .put("value", row.figure().text())
                    .put("kind", row.figure().kind().word())
                    .put("source", row.figure().source())
                    .put("note", row.note());
        }
        return figures;
    }

    private static ObjectNode operations(ChipCost cost) {
        ObjectNode operations = JsonNodes.object();
        new TreeMap<>(cost.work().operations()).forEach((operation, count) -> operations.put(operation.key(), count));
        return operations;
    }

    private static ObjectNode decisionLatency(CostedRun run, ChipCost cost) {
        ObjectNode section = LatencySection.of(run.soundToDecision().on(cost, run.decisions()), null);
        section.put("frontEndSeconds", run.soundToDecision().frontEndSeconds());
        section.put("looksAhead", run.soundToDecision().looksAhead());
        section.put("chipTimeKnown", cost.timing().isKnown());
        return section;
    }

    private static ArrayNode overruns(ChipCost cost) {
        ArrayNode overruns = JsonNodes.array();
        cost.timing().overruns().first().stream()
                .limit(MOST_OVERRUNS)
                .forEach(overrun -> overruns.addObject()
                        .put("tick", overrun.tick())
                        .put("core", overrun.core() < 0 ? null : overrun.core())
                        .put("seconds", overrun.seconds()));
        return overruns;
    }
}
