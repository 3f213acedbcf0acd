import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** Makes a trust store for Java of certificates in PEM: {@code java TrustStore.java BUNDLE STORE}. */
final class TrustStore {
    public static void main(String[] args) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream bundle = Files.newInputStream(Path.of(args[0]))) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(bundle)) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
        }
        try (OutputStream file = Files.newOutputStream(Path.of(args[1]))) {
            store.store(file, "changeit".toCharArray());
        }
    }
}
