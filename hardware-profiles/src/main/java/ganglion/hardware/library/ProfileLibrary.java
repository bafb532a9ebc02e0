package ganglion.hardware.library;

import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.HardwareProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Reads profiles: those that ship with Ganglion, and files. */
public final class ProfileLibrary {

    private static final List<String> BUILT_IN = List.of(
            "akida",
            "akida-board",
            "brainscales-2",
            "dynap-se",
            "efr32mg24",
            "gap9",
            "geforce-1050-ti",
            "ideal-45nm",
            "jetson-tx1",
            "jetson-tx2",
            "loihi",
            "loihi-2",
            "loihi-host",
            "movidius-ncs",
            "movidius-ncs2",
            "ndp120",
            "odin",
            "papers-45nm",
            "quadro-k4000",
            "raspberry-pi-4",
            "rtx-3090",
            "rx65n",
            "speck",
            "spinnaker",
            "spinnaker-2",
            "spinnaker-board",
            "stm32h7a3",
            "stm32l4r5",
            "stm32l4r5-cmsis-nn",
            "stm32u575",
            "tesla-k40c",
            "tinyodin",
            "truenorth",
            "xeon-e5-2630",
            "xylo-audio-2",
            "xylo-audio-3");

    private ProfileLibrary() {}

    private static final DocumentReader READER = new DocumentReader();

    /** The profiles that were read: each is read once. */
    private static final Map<Shipped, HardwareProfile> SHIPPED = new ConcurrentHashMap<>();

    /** Makes the schema on demand: it takes a while, and only the profiles of users are held to it. */
    private static final class Holder {
        private static final DocumentSchema SCHEMA = ProfileKeys.schema();
    }

    /** Names of the profiles that ship with Ganglion, sorted. Reads no document. */
    public static List<String> names() {
        return BUILT_IN;
    }

    /** All profiles that ship with Ganglion, by name. */
    public static List<HardwareProfile> builtIn() {
        return BUILT_IN.stream()
                .map(name -> shipped(name, OperatingPointRequest.OWN))
                .toList();
    }

    /**
     * A profile that ships with Ganglion, at the operating point that its name may have as a {@link ProfileReference}.
     *
     * @throws ProfileException if there is none of that name, or if its figures do not
     *     hold at that point
     */
    public static HardwareProfile find(String name) throws ProfileException {
        ProfileReference reference = ProfileReference.parse(name);
        return find(reference.profile(), reference.point());
    }

    /**
     * A profile that ships with Ganglion, at an operating point. Away from the profile's own point, the name of the device has
     * the point as a {@link ProfileReference}.
     *
     * @throws ProfileException if there is none of that name, or its figures do not hold at that point
     */
    public static HardwareProfile find(String name, OperatingPointRequest request) throws ProfileException {
        if (!BUILT_IN.contains(name)) {
            int point = name.lastIndexOf('@');
            String message = point > 0 && BUILT_IN.contains(name.substring(0, point))
                    ? "found the operating point \"" + name.substring(point + 1)
                            + "\", expected a clock, a voltage and a batch in this order, such as 60MHz, 0.75V or"
                            + " 60MHz-batch16"
                    : "found no profile of that name, " + expected(name);
            throw new ProfileException(List.of(new Problem(name, message)));
        }
        return at(request, name, point -> shipped(name, point));
    }

    /** What is expected in place of the name of a profile that does not ship with Ganglion, and which name may have been meant. */
    public static String expected(String name) {
        return "expected a name of \"ganglion profile list\", or a profile file ending in .yaml or .json"
                + Suggestions.hint(name, BUILT_IN);
    }

    /**
     * Reads a profile from a YAML or JSON file.
     *
     * @throws ProfileException if the file cannot be read or is not a profile
     */
    public static HardwareProfile read(Path file) throws ProfileException {
        return read(file, OperatingPointRequest.OWN);
    }

    /**
     * Reads a profile from a YAML or JSON file, at an operating point.
     *
     * @throws ProfileException if the file cannot be read or is not a profile, or its figures do not hold at that point
     */
    public static HardwareProfile read(Path file, OperatingPointRequest request) throws ProfileException {
        return at(request, file.toString(), point -> read(file, point, SurroundingKeys::checkBeside));
    }

    /**
     * A profile by its name or file, at its own operating point or that of a {@link ProfileReference}.
     *
     * @throws ProfileException if there is no such profile, the file cannot be used, or its figures do not hold at that point
     */
    public static HardwareProfile open(String device) throws ProfileException {
        ProfileReference reference = ProfileReference.parse(device);
        return reference.isFile()
                ? read(Path.of(reference.profile()), reference.point())
                : find(reference.profile(), reference.point());
    }

    /** The same, without a look at the processor beside it, so that two profiles may name each other. */
    static HardwareProfile openAlone(String device) throws ProfileException {
        ProfileReference reference = ProfileReference.parse(device);
        return reference.isFile()
                ? at(
                        reference.point(),
                        reference.profile(),
                        point -> read(Path.of(reference.profile()), point, (root, profile) -> {}))
                : find(reference.profile(), reference.point());
    }

    private static HardwareProfile read(
            Path file, OperatingPointRequest request, BiConsumer<Place, HardwareProfile> check)
            throws ProfileException {
        try {
            return read(checkedRoot(READER.read(file)), request, check);
        } catch (InputException e) {
            throw new ProfileException(e.problems());
        }
    }

    /** What reads a profile at a point that its figures hold for. */
    @FunctionalInterface
    private interface Source {
        HardwareProfile at(OperatingPointRequest point) throws ProfileException;
    }

    /** Reads a profile at its own point first, to see whether it can be had at the one asked for. */
    private static HardwareProfile at(OperatingPointRequest request, String name, Source source)
            throws ProfileException {
        HardwareProfile own = source.at(OperatingPointRequest.OWN);
        if (request.equals(OperatingPointRequest.OWN)) {
            return own;
        }
        List<Problem> problems = Stream.of(
                        request.clockRefusal(own.figures().operatingPoint()),
                        request.voltageRefusal(own.figures().operatingPoint()),
                        request.batchRefusal(own))
                .flatMap(Optional::stream)
                .map(message -> new Problem(name, message))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProfileException(problems);
        }
        return source.at(request);
    }

    /** The reference of profiles, in Markdown. */
    public static String reference() {
        return ProfilePages.reference();
    }

    /** The JSON Schema that profiles follow. */
    public static String schema() {
        return Holder.SCHEMA.text();
    }

    /** Whether a device is one of those that ship with Ganglion, at whatever operating point, with the figures that it ships with. */
    static boolean ships(HardwareProfile device) {
        try {
            return device.equals(find(device.name()));
        } catch (ProfileException e) {
            return false;
        }
    }

    private static HardwareProfile shipped(String name, OperatingPointRequest request) {
        return SHIPPED.computeIfAbsent(new Shipped(name, request), ProfileLibrary::read);
    }

    private record Shipped(String name, OperatingPointRequest request) {}

    /** Tests hold what ships to the schema. */
    private static HardwareProfile read(Shipped shipped) {
        try {
            Place root = Documents.root(READER.read(resource(shipped.name()), document(shipped.name())));
            return read(root, shipped.request(), (place, profile) -> {});
        } catch (InputException e) {
            throw new IllegalStateException("a profile that ships with Ganglion is wrong: " + e.getMessage(), e);
        }
    }

    /** The document of a profile that ships with Ganglion. */
    public static byte[] document(String name) {
        try (InputStream stream = ProfileLibrary.class.getResourceAsStream("/ganglion/hardware/" + resource(name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource(name), e);
        }
    }

    private static String resource(String name) {
        return "profiles/" + name + ".yaml";
    }

    private static Place checkedRoot(Document document) throws InputException {
        return Documents.root(document, Holder.SCHEMA);
    }

    private static HardwareProfile read(
            Place root, OperatingPointRequest request, BiConsumer<Place, HardwareProfile> check) throws InputException {
        root.reading().setContext(OperatingPointRequest.class, request);
        HardwareProfile profile = ProfileKeys.read(root);
        check.accept(root, profile);
        root.reading().throwIfProblems();
        return profile;
    }
}
