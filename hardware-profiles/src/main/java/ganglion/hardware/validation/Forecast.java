package ganglion.hardware.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.output.Checksum;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.ProfileReference;
import ganglion.hardware.library.Reliabilities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A prediction made before anyone has published the measurement. It keeps all that is needed to score it, whatever becomes of
 * the profile.
 *
 * @param asked what is predicted, as the file of forecasts has it, with the layers of a dense network
 * @param estimate the prediction
 * @param made when and with what
 */
public record Forecast(JsonNode asked, Estimate estimate, Origin made) {

    private static final String HASH = "sha256";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * A predicted energy or power.
     *
     * @param value in {@code unit}
     * @param unit J or W
     * @param low the measurement is expected from here to {@code high} in 19 of 20 cases; null if the device has no interval
     *     under this boundary
     * @param high upper end
     * @param grade how far to trust it
     */
    public record Estimate(double value, String unit, Double low, Double high, Grade grade) {

        /** Whether a measurement lies in the interval; also true if there is none. */
        public boolean holds(Quantity measured) {
            return low == null || low <= measured.value() && measured.value() <= high;
        }

        /** An energy or a power. */
        public Dimension dimension() {
            return Dimension.POWER.baseUnit().equals(unit) ? Dimension.POWER : Dimension.ENERGY;
        }
    }

    /**
     * When and with what a forecast was made.
     *
     * @param date ISO 8601
     * @param program version and commit
     * @param profileSha256 SHA-256 of the profile's document
     */
    public record Origin(String date, String program, String profileSha256) {}

    /** What a file asks for, before it is estimated. */
    record Prediction(
            Place place, ProfileReference device, PublishedWorkload workload, Boundary boundary, List<String> leftOut) {

        Forecast forecast(String date, String program) throws ProfileException {
            HardwareProfile profile = ProfileLibrary.find(device.profile(), device.point());
            Dimension dimension = workload.dimensions().contains(Dimension.ENERGY) ? Dimension.ENERGY : Dimension.POWER;
            double value = workload.estimate(profile, dimension, Optional.of(boundary));
            Reliability known = Reliabilities.of(profile).get(boundary);
            Reliability reliability = leftOut.isEmpty() ? known : known.lowered();
            Optional<Interval> interval = reliability.around(value);
            ObjectNode asked = place.node().deepCopy();
            place.find("workload")
                    .flatMap(found -> found.find("network"))
                    .ifPresent(name -> asked.set(
                            "network", place.reading().context(JsonNode.class).path(name.text())));
            return new Forecast(
                    asked,
                    new Estimate(
                            value,
                            dimension.baseUnit(),
                            interval.map(Interval::low).orElse(null),
                            interval.map(Interval::high).orElse(null),
                            reliability.grade()),
                    new Origin(date, program, sha256(ProfileLibrary.document(device.profile()))));
        }
    }

    /**
     * The forecasts that a file asks for.
     *
     * @param date of today, ISO 8601
     * @param program version and commit
     * @throws InputException with everything that is wrong with the file
     */
    public static List<Forecast> of(Path file, String date, String program) throws InputException {
        Place root = Documents.root(new DocumentReader().read(file), CaseKeys.forecastSchema());
        root.reading().setContext(JsonNode.class, root.node().path(CaseNetworkKeys.NETWORKS.name()));
        List<Forecast> forecasts = new ArrayList<>();
        List<Prediction> predictions = CaseKeys.readForecasts(root);
        if (!root.reading().hasProblems()) {
            predictions.forEach(each -> CaseKeys.checkEstimate(
                    each.place().at("profile"), () -> forecasts.add(each.forecast(date, program))));
        }
        root.reading().throwIfProblems();
        return forecasts;
    }

    /**
     * Reads a forecast that was written.
     *
     * @throws InputException if it cannot be read, or was edited since
     */
    public static Forecast read(Path file) throws InputException {
        Document document = new DocumentReader().read(file);
        if (document.root() instanceof ObjectNode root
                && root.path(HASH).asText().equals(hash(root))) {
            try {
                return MAPPER.treeToValue(root.deepCopy().without(HASH), Forecast.class);
            } catch (JsonProcessingException e) {
                throw new InputException(file, "not a forecast of this version");
            }
        }
        throw new InputException(new Problem(
                file.toString(),
                0,
                "/" + HASH,
                "found a hash that does not fit the content, expected a forecast as `ganglion profile"
                        + " forecast` wrote it"));
    }

    /** The document, with a SHA-256 of its content. */
    public String json() throws InputException {
        ObjectNode node = MAPPER.valueToTree(this);
        byte[] written = node.toString().getBytes(StandardCharsets.UTF_8);
        // Numbers are hashed as they are read again.
        node.put(HASH, hash((ObjectNode)
                new DocumentReader().read("forecast.json", written).root()));
        return node.toPrettyString() + "\n";
    }

    /** What is predicted. */
    public String name() {
        return asked.path("forecast").asText();
    }

    /** Name of the profile. */
    public String profile() {
        return asked.path("profile").asText();
    }

    /** Such as {@code 2026-12-01-shd-on-loihi.json}. */
    public String fileName() {
        String words = name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return made.date() + "-" + words + ".json";
    }

    /** Whether a document of the profile is that which the forecast was made with. */
    public boolean isMadeWith(byte[] profile) {
        return made.profileSha256().equals(sha256(profile));
    }

    private static String hash(ObjectNode root) {
        return sha256(root.deepCopy().without(HASH).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Checksum.sha256().digest(bytes));
    }
}
