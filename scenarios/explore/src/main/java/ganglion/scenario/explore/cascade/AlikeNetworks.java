package ganglion.scenario.explore.cascade;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Networks that can be joined: on the same samples, with windows of one length. The largest group of such networks counts, of equal groups the
 * one that comes first.
 *
 * @param networks those of the group, in their order
 * @param left the others, each with the reason
 */
record AlikeNetworks(List<CascadeStage> networks, List<String> left) {

    /** @param most networks that are joined, at most */
    static AlikeNetworks of(List<CascadeStage> all, int most) {
        List<List<CascadeStage>> groups = new ArrayList<>();
        for (CascadeStage each : all) {
            groups.stream()
                    .filter(group -> difference(group.get(0), each).isEmpty())
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(each);
        }
        List<CascadeStage> group = groups.stream()
                .max(Comparator.comparingInt(List<CascadeStage>::size)
                        .thenComparing(Comparator.comparing(groups::indexOf).reversed()))
                .orElse(List.of());
        List<String> left = new ArrayList<>();
        for (CascadeStage each : all) {
            Optional<String> reason = difference(group.get(0), each);
            if (reason.isPresent()) {
                left.add(each.name() + ": " + reason.get());
            } else if (group.indexOf(each) >= most) {
                left.add(each.name() + ": only " + most + " networks are joined");
            }
        }
        return new AlikeNetworks(group.subList(0, Math.min(most, group.size())), left);
    }

    private static Optional<String> difference(CascadeStage first, CascadeStage other) {
        if (!first.validation().samples().equals(other.validation().samples())
                || !first.held().samples().equals(other.held().samples())) {
            return Optional.of("it was judged on other samples than " + first.name());
        }
        return difference(first.validation(), other.validation(), first.name())
                .or(() -> difference(first.held(), other.held(), first.name()));
    }

    private static Optional<String> difference(StageFigures first, StageFigures other, String name) {
        return first.isAsLongAs(other)
                ? Optional.empty()
                : Optional.of("its decisions take windows of " + seconds(other) + ", those of " + name + " "
                        + seconds(first));
    }

    private static String seconds(StageFigures figures) {
        return QuantityFormat.format(figures.periodSeconds(), Dimension.TIME);
    }
}
