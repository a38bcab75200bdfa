import type { MetadataRoute } from "next";

/** What a phone needs to know to put Firsthand among its programs, and into its share sheet (Web App Manifest; Web Share Target). */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Firsthand",
    short_name: "Firsthand",
    description: "One queue for a client and their assistant. The relationship itself stays first-hand.",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#faf8f4",
    theme_color: "#faf8f4",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
    ],
    share_target: {
      action: "/capture",
      method: "GET",
      params: { title: "title", text: "text", url: "url" },
    },
  };
}
