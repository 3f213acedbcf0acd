package io.tapeline.writer;

import com.google.common.io.ByteStreams;
import io.tapeline.bus.archive.BucketSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;

/** A real S3 server with one bucket, in memory, that can go away and come back and refuse what it is given. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "market-archive";
    public static final String ACCESS_KEY = "archivist";
    public static final String SECRET_KEY = "open-sesame";

    private final BlobStoreContext context = ContextBuilder.newBuilder("transient-nio2")
            .credentials("any", "any")
            .build(BlobStoreContext.class);
    private final BlobStore store = context.getBlobStore();
    private volatile Consumer<String> fault = key -> {};
    private S3Proxy server;
    private int port;

    private S3Server() {
        store.createContainerInLocation(null, BUCKET);
        start();
    }

    public static S3Server started() {
        return new S3Server();
    }

    /** On the same port as before, with what it had. */
    public void start() {
        server = S3Proxy.builder()
                .blobStore(new Faulty(store))
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await().until(() -> server.getState().equals("STARTED"));
        port = server.getPort();
    }

    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param faultOf a key: throws when its object is not to be taken */
    public void refuse(Consumer<String> faultOf) {
        fault = faultOf;
    }

    public BucketSettings settings(String secretKey) {
        return new BucketSettings(
                "http://127.0.0.1:" + port, "us-east-1", BUCKET, "tapeline/", true, ACCESS_KEY, secretKey);
    }

    /** The same as properties of a service. */
    public Map<String, Object> properties() {
        return Map.of(
                "tapeline.archive.target",
                "s3",
                "tapeline.archive.s3.endpoint",
                "http://127.0.0.1:" + port,
                "tapeline.archive.s3.bucket",
                BUCKET,
                "tapeline.archive.s3.prefix",
                "tapeline/",
                "tapeline.archive.s3.path-style",
                true,
                "tapeline.archive.s3.access-key",
                ACCESS_KEY,
                "tapeline.archive.s3.secret-key",
                SECRET_KEY);
    }

    /** Of all objects, without the prefix. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (StorageMetadata object : store.list(BUCKET, ListContainerOptions.Builder.recursive())) {
            keys.add(object.getName().substring("tapeline/".length()));
        }
        return keys;
    }

    public String read(String key) {
        try (InputStream in =
                store.getBlob(BUCKET, "tapeline/" + key).getPayload().openStream()) {
            return new String(ByteStreams.toByteArray(in), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void put(String key, String content) {
        store.putBlob(
                BUCKET,
                store.blobBuilder("tapeline/" + key)
                        .payload(content)
                        .contentType("application/x-ndjson")
                        .build());
    }

    @Override
    public void close() {
        stop();
        context.close();
    }

    private final class Faulty extends ForwardingBlobStore {
        Faulty(BlobStore blobStore) {
            super(blobStore);
        }

        @Override
        public String putBlob(String container, Blob blob) {
            fault.accept(blob.getMetadata().getName());
            return super.putBlob(container, blob);
        }

        @Override
        public String putBlob(String container, Blob blob, PutOptions options) {
            fault.accept(blob.getMetadata().getName());
            return super.putBlob(container, blob, options);
        }
    }
}
