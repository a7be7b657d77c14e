package facility.rules;

import facility.Facility;
import facility.Image;
import facility.Problems;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Each image names its registry, and a tag that is a version or a digest: what ran yesterday runs today. */
final class ImagesArePinned implements Rule {
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][-.A-Za-z0-9_]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][-.a-z0-9]*[.:][-.:a-z0-9]*(/[a-z0-9]+([._-]+[a-z0-9]+)*)+");

    @Override
    public void check(Facility facility, Problems problems) {
        images(facility).forEach((path, image) -> {
            if (!NAME.matcher(image.name()).matches()) {
                add(
                        path,
                        "is no image",
                        image,
                        "a registry with a dot in its name, then a path in lower case",
                        problems);
            } else if (image.tag().isEmpty()) {
                add(path, "has neither tag nor digest", image, "name:tag or name@sha256:...", problems);
            } else if (image.tag().equals("latest")) {
                add(path, "has a tag that moves", image, "a tag of one release, or a digest", problems);
            } else if (image.tag().contains(":")
                    ? !DIGEST.matcher(image.tag()).matches()
                    : !TAG.matcher(image.tag()).matches()) {
                add(path, "has a malformed tag or digest", image, "a tag, or sha256: with 64 hex digits", problems);
            }
        });
    }

    private static Map<String, Image> images(Facility facility) {
        var images = new TreeMap<String, Image>();
        images.put("hub.hubImage", facility.hub().hubImage());
        images.put("hub.proxyImage", facility.hub().proxyImage());
        facility.hub().examples().ifPresent(examples -> images.put("hub.examples.image", examples.image()));
        images.put("binder.image", facility.binder().image());
        facility.binder()
                .builds()
                .rootless()
                .ifPresent(rootless -> images.put("binder.builds.rootless.image", rootless.image()));
        images.put("dask.serverImage", facility.dask().serverImage());
        images.put("dask.traefikImage", facility.dask().traefikImage());
        facility.dask().images().forEach(each -> images.put("dask.images[" + each.name() + "].image", each.image()));
        facility.dask().batch().ifPresent(pool -> images.put("dask.batch.image", pool.image()));
        facility.dask()
                .batch()
                .flatMap(pool -> pool.monitor())
                .ifPresent(monitor -> images.put("dask.batch.monitor.image", monitor.image()));
        facility.storage()
                .doors()
                .forEach(door -> images.put(
                        "storage.doors[" + door.name() + "].server.image",
                        door.server().image()));
        for (var collaboration : facility.catalogue().collaborations()) {
            for (var flavour : collaboration.flavours()) {
                images.put(Paths.of(collaboration, flavour) + ".image", flavour.image());
            }
        }
        return images;
    }

    private static void add(String path, String what, Image image, String allowed, Problems problems) {
        problems.add(path, what, "\"" + image + "\"", allowed, "correct the image");
    }
}
