package ganglion.scenario.cost;

import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of an energy among the figures of a run, such as {@code active energy of a decision on loihi (J)}.
 *
 * @param boundary what the energy contains
 * @param ofDecision whether it is the mean over the decisions of the run; else it is that of the whole run
 * @param device name of the device
 * @param artificial whether it is that of the artificial network, which is another one
 */
public record EnergyName(Boundary boundary, boolean ofDecision, String device, boolean artificial) {

    private static final String OF_DECISION = "of a decision";
    private static final String OF_RUN = "of the run";
    private static final String ARTIFICIAL = " (" + Computation.ARTIFICIAL.label() + ")";

    private static final Pattern NAME = Pattern.compile(
            "(" + Arrays.stream(Boundary.values()).map(Boundary::word).collect(Collectors.joining("|")) + ") energy ("
                    + OF_DECISION + "|" + OF_RUN + ") on (\\S+)(" + Pattern.quote(ARTIFICIAL) + ")? \\(J\\)");

    /** What a name says; empty if it is not the name of an energy of a device. */
    public static Optional<EnergyName> parse(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Boundary boundary = Arrays.stream(Boundary.values())
                .filter(each -> each.word().equals(parts.group(1)))
                .findFirst()
                .orElseThrow();
        return Optional.of(
                new EnergyName(boundary, parts.group(2).equals(OF_DECISION), parts.group(3), parts.group(4) != null));
    }

    /** The active energy of each device of which some energy is named, in the order of the names. */
    public static List<EnergyName> active(Stream<String> names) {
        return names.map(EnergyName::parse)
                .flatMap(Optional::stream)
                .map(name -> new EnergyName(Boundary.ACTIVE, name.ofDecision, name.device, name.artificial))
                .distinct()
                .toList();
    }

    /** The name as it stands in tables, with the unit. */
    public String text() {
        return boundary.word() + " energy " + work(ofDecision) + " on " + device + (artificial ? ARTIFICIAL : "")
                + " (J)";
    }

    /** Whether an expectation is about this energy: its text may say after the device, in brackets, what that computes. */
    public boolean isOf(String expectation) {
        String plain = boundary.word() + " energy " + work(ofDecision) + " on " + device;
        return expectation.equals(plain) || expectation.startsWith(plain + " (");
    }

    /** Name of the figure that is 1 if the device keeps pace with the run, and 0 if it does not. */
    public static String keepsPace(String device) {
        return "keeps pace on " + device;
    }

    /** What the energy is spent on: {@code of a decision}, or {@code of the run}. */
    public static String work(boolean ofDecision) {
        return ofDecision ? OF_DECISION : OF_RUN;
    }
}
