package ganglion.runtime.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a process needs to show who it is. They are looked at before it starts: later, what is wrong with them only makes every
 * connection fail.
 *
 * @param key private key
 * @param certificate that goes with it
 * @param authority certificate of who has issued the other
 */
record TlsFiles(Path key, Path certificate, Path authority) {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("(?s)-----BEGIN (RSA )?PRIVATE KEY-----(.+)-----END (?:RSA )?PRIVATE KEY-----");

    /** @throws ClusterException if a file in the folder is missing or of no use */
    static TlsFiles in(Path folder) {
        TlsFiles files = new TlsFiles(
                file(folder, ClusterSettings.KEY),
                file(folder, ClusterSettings.CERTIFICATE),
                file(folder, ClusterSettings.AUTHORITY));
        readCertificate(files.authority);
        files.checkKey(readCertificate(files.certificate));
        return files;
    }

    private static Path file(Path folder, String name) {
        Path file = folder.toAbsolutePath().resolve(name);
        if (!Files.isReadable(file)) {
            throw new ClusterException("found no file " + file + " that can be read, expected " + ClusterSettings.KEY
                    + ", " + ClusterSettings.CERTIFICATE + " and " + ClusterSettings.AUTHORITY + " there");
        }
        return file;
    }

    private static X509Certificate readCertificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            certificate.checkValidity();
            return certificate;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new ClusterException(
                    "found a certificate in " + file + " that is not valid now, by the clock of this machine");
        } catch (CertificateException | IOException e) {
            throw new ClusterException("found no certificate in " + file + ", expected one in PEM format");
        }
    }

    private void checkKey(X509Certificate own) {
        try {
            Matcher found = PRIVATE_KEY.matcher(Files.readString(key, StandardCharsets.ISO_8859_1));
            if (!found.find()) {
                throw noKey();
            }
            if (found.group(1) == null) { // the older format Java does not read by itself
                byte[] bytes = Base64.getMimeDecoder().decode(found.group(2));
                PrivateKey read = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
                if (!belongs(read, own)) {
                    throw new ClusterException(
                            "found a key in " + key + " that does not belong to the certificate in " + certificate);
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw noKey();
        }
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) {
        return key instanceof RSAPrivateKey secret
                && certificate.getPublicKey() instanceof RSAPublicKey open
                && secret.getModulus().equals(open.getModulus());
    }

    private ClusterException noKey() {
        return new ClusterException(
                "found no private key in " + key + ", expected an RSA key in PEM format that is not encrypted");
    }
}
