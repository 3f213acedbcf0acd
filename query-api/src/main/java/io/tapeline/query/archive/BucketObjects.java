package io.tapeline.query.archive;

import io.tapeline.bus.archive.BucketSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects of a bucket. */
final class BucketObjects implements ArchiveObjects {
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final BucketSettings settings;

    BucketObjects(BucketSettings settings) {
        this.client = settings.open();
        this.settings = settings;
    }

    @Override
    public Optional<ArchiveObject> find(ArchiveKey key) throws IOException {
        String name = settings.prefix() + key.text();
        try {
            HeadObjectResponse found = head(name);
            return Optional.of(new BucketObject(name, found.eTag(), found.lastModified(), found.contentLength()));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new IOException("the bucket answers " + e.statusCode(), e);
        } catch (SdkException e) {
            throw new IOException("the bucket cannot be reached", e);
        }
    }

    /** Asked again once where no answer comes: a connection that was kept may be dead without our knowing. */
    private HeadObjectResponse head(String name) {
        try {
            return client.headObject(
                    request -> request.bucket(settings.bucket()).key(name));
        } catch (SdkClientException silent) {
            return client.headObject(
                    request -> request.bucket(settings.bucket()).key(name));
        }
    }

    private final class BucketObject implements ArchiveObject {
        private final String name;
        private final String etag;
        private final Instant modified;
        private final long length;

        BucketObject(String name, String etag, Instant modified, long length) {
            this.name = name;
            this.etag = etag;
            this.modified = modified;
            this.length = length;
        }

        @Override
        public String etag() {
            return etag;
        }

        @Override
        public Instant modified() {
            return modified;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public InputStream read(long start, long wanted) throws IOException {
            try {
                return client.getObject(request -> request.bucket(settings.bucket())
                        .key(name)
                        .range("bytes=" + start + "-" + (start + wanted - 1))
                        .ifMatch(etag));
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == NOT_FOUND) {
                    throw new ReplacedException(e);
                }
                throw new IOException("the bucket answers " + e.statusCode(), e);
            } catch (SdkException e) {
                throw new IOException("the bucket cannot be reached", e);
            }
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {
        client.close();
    }
}
