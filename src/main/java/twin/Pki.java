package twin;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * The twin's own certificate authority and the certificates that its parts and its users identify themselves with.
 * Every connection is verified on both ends; all keys are made on this machine, in files of mode 0600.
 */
final class Pki {
    /** A twin lives for days; ten years spare it a renewal. */
    private static final Duration VALIDITY = Duration.ofDays(3650);

    /** Made in no time, where ten RSA keys take seconds of every twin's start. */
    private static final String CURVE = "secp256r1";

    private static final int KEY_BITS = 256;

    private final Path folder;
    private KeyPair authorityKey;
    private X509Certificate authority;

    Pki(Path folder) {
        this.folder = folder;
    }

    Path authorityCertificate() {
        return folder.resolve("ca.crt");
    }

    Path certificate(String name) {
        return folder.resolve(name + ".crt");
    }

    Path key(String name) {
        return folder.resolve(name + ".key");
    }

    boolean exists() {
        return Files.exists(folder.resolve("complete"));
    }

    /** Makes all certificates; a marker written last tells that none is missing. */
    void create() {
        try {
            authorityKey = newKey();
            authority = sign(new X500Name("CN=facility-twin-ca"), authorityKey, Purpose.AUTHORITY);
            PrivateFiles.write(authorityCertificate(), pem(authority));
            server("etcd");
            server("apiserver");
            client("etcd-client", "CN=kube-apiserver");
            client("admin", "O=system:masters,CN=facility-admin");
            client("controller-manager", "O=system:kube-controller-manager,CN=system:kube-controller-manager");
            client("scheduler", "O=system:kube-scheduler,CN=system:kube-scheduler");
            client("kwok", "O=system:masters,CN=facility-kwok");
            client("player", "O=system:masters,CN=facility-twin");
            PrivateFiles.write(key("service-account"), privatePem(newKey()));
            PrivateFiles.write(folder.resolve("complete"), "");
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("making the twin's certificates failed", e);
        }
    }

    private enum Purpose {
        AUTHORITY,
        SERVER,
        CLIENT
    }

    private void server(String name) throws GeneralSecurityException, OperatorCreationException, IOException {
        write(name, "CN=" + name, Purpose.SERVER);
    }

    private void client(String name, String subject)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        write(name, subject, Purpose.CLIENT);
    }

    private void write(String name, String subject, Purpose purpose)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair key = newKey();
        PrivateFiles.write(certificate(name), pem(sign(new X500Name(subject), key, purpose)));
        PrivateFiles.write(key(name), privatePem(key));
    }

    private X509Certificate sign(X500Name subject, KeyPair key, Purpose purpose)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant now = Instant.now();
        // An hour of slack for a clock that is set back.
        Date from = Date.from(now.minus(Duration.ofHours(1)));
        Date until = Date.from(now.plus(VALIDITY));
        X500Name issuer = authority == null
                ? subject
                : new X500Name(authority.getSubjectX500Principal().getName());
        var builder = new JcaX509v3CertificateBuilder(
                issuer, new BigInteger(128, new SecureRandom()), from, until, subject, key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(purpose == Purpose.AUTHORITY));
        if (purpose == Purpose.AUTHORITY) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } else {
            builder.addExtension(Extension.extendedKeyUsage, false, usage(purpose));
        }
        if (purpose == Purpose.SERVER) {
            builder.addExtension(Extension.subjectAlternativeName, false, serverNames());
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    /** etcd's server certificate is its client certificate too, towards its own gateway. */
    private static ExtendedKeyUsage usage(Purpose purpose) {
        return purpose == Purpose.SERVER
                ? new ExtendedKeyUsage(
                        new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth})
                : new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth);
    }

    private static GeneralNames serverNames() {
        return new GeneralNames(List.of(
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.dNSName, "kubernetes.default.svc"))
                .toArray(new GeneralName[0]));
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }

    private static String pem(Object object) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** By itself, with its curve and a first line that says its kind, as Go and fabric8's client want it (RFC 5915). */
    private static String privatePem(KeyPair key) throws IOException {
        var number = ((ECPrivateKey) key.getPrivate()).getS();
        var point =
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()).getPublicKeyData();
        var whole = new org.bouncycastle.asn1.sec.ECPrivateKey(KEY_BITS, number, point, SECObjectIdentifiers.secp256r1);
        return pem(new PemObject("EC PRIVATE KEY", whole.getEncoded()));
    }
}
