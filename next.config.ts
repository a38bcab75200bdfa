import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types and lint once, for everything; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Each page and door is loaded when it is first asked for, which takes that answer some 50 ms longer, once. All of them together,
  // loaded at the start, are a quarter of the server's memory and a third of the start.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "nodemailer"],
  rewrites: async () => [
    // A browser that has not read yet which picture the page has asks for one by this name.
    { source: "/favicon.ico", destination: "/icon.svg" },
    // Where programs look for how to sign in, with the path of what they want behind it or without (RFC 8414 §3.1, RFC 9728 §3.1).
    { source: "/.well-known/oauth-authorization-server", destination: "/oauth/server" },
    { source: "/.well-known/oauth-authorization-server/api/mcp", destination: "/oauth/server" },
    { source: "/.well-known/oauth-protected-resource", destination: "/oauth/resource" },
    { source: "/.well-known/oauth-protected-resource/api/mcp", destination: "/oauth/resource" },
  ],
};

export default config;
