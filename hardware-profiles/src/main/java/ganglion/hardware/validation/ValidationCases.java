package ganglion.hardware.validation;

import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.validation.ValidationResult.OmittedCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The published measurements that profiles are compared with. A profile has one set of figures; none is changed for a case.
 *
 * @param published measurements with an estimate
 * @param omitted measurements for which the evidence at hand lacks facts of the workload
 */
record ValidationCases(List<PublishedCase> published, List<OmittedCase> omitted) {

    private static final List<String> RESOURCES = List.of("conventional.yaml", "neuromorphic.yaml");

    ValidationCases {
        published = List.copyOf(published);
        omitted = List.copyOf(omitted);
    }

    /** The cases that ship with Ganglion. */
    static ValidationCases shipped() {
        List<PublishedCase> published = new ArrayList<>();
        List<OmittedCase> omitted = new ArrayList<>();
        DocumentSchema schema = DocumentSchema.of(CaseKeys.schema());
        for (String resource : RESOURCES) {
            ValidationCases cases = shipped(resource, schema);
            published.addAll(cases.published);
            omitted.addAll(cases.omitted);
        }
        return new ValidationCases(published, omitted);
    }

    private static ValidationCases shipped(String resource, DocumentSchema schema) {
        try (InputStream stream = ValidationCases.class.getResourceAsStream(resource)) {
            return read(new DocumentReader().read(resource, stream.readAllBytes()), schema);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (InputException e) {
            throw new IllegalStateException("the validation cases are wrong: " + e.getMessage(), e);
        }
    }

    /** @throws InputException with everything that is wrong with the document */
    static ValidationCases read(Document document) throws InputException {
        return read(document, DocumentSchema.of(CaseKeys.schema()));
    }

    private static ValidationCases read(Document document, DocumentSchema schema) throws InputException {
        Place root = Documents.root(document, schema);
        ValidationCases cases = CaseKeys.read(root);
        root.reading().throwIfProblems();
        return cases;
    }

    /**
     * All cases with their estimates, in the order of the documents.
     *
     * @throws ProfileException if a case names an unknown profile
     */
    List<ValidationCase> estimated() throws ProfileException {
        List<ValidationCase> cases = new ArrayList<>();
        for (PublishedCase each : published) {
            cases.add(each.estimated());
        }
        return cases;
    }

    /**
     * A published measurement, and the workload that it was made with.
     *
     * @param name what was measured
     * @param profile name of the profile that the estimate is made with
     * @param clockHertz clock, where it is not the profile's
     * @param volts supply voltage, where it is not the profile's
     * @param boundary what a measured energy or power contains; empty for a time
     * @param workload the published workload
     * @param measured the published value
     * @param mark how it is known: published, quoted or derived
     * @param source where it was published
     * @param role whether the profile was made with the value
     * @param remark what the estimate is made of, and what stands between it and the measurement
     * @param outside why it lies outside the interval of the estimate; empty if it should not
     */
    record PublishedCase(
            String name,
            String profile,
            OptionalDouble clockHertz,
            OptionalDouble volts,
            Optional<Boundary> boundary,
            PublishedWorkload workload,
            Quantity measured,
            FigureKind mark,
            String source,
            ValidationCase.Role role,
            String remark,
            Optional<String> outside) {

        /** The measurement beside the estimate. */
        ValidationCase estimated() throws ProfileException {
            HardwareProfile found = ProfileLibrary.find(profile, new OperatingPointRequest(clockHertz, volts));
            return new ValidationCase(
                    name,
                    ProfileLibrary.find(profile),
                    boundary,
                    workload.estimate(found, measured.dimension(), boundary),
                    measured,
                    mark,
                    source,
                    role,
                    remark,
                    outside);
        }
    }
}
